/** The door for systems of forces: those that tell of cases, and those that officers work in. */
@NullMarked
package uk.followmycase.cases.intake;

import org.jspecify.annotations.NullMarked;
