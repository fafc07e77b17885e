/** Tests of the door for records systems. */
@NullMarked
package uk.followmycase.cases.intake;

import org.jspecify.annotations.NullMarked;
