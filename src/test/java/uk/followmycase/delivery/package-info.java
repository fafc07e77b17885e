/** Tests of the faces of delivery. */
@NullMarked
package uk.followmycase.delivery;

import org.jspecify.annotations.NullMarked;
