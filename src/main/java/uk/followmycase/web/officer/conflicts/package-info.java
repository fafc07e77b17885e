/** Whose cases somebody must not see. */
@NullMarked
package uk.followmycase.web.officer.conflicts;

import org.jspecify.annotations.NullMarked;
