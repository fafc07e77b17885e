/** Ending what somebody sees of one's case. */
@NullMarked
package uk.followmycase.web.victim.onlooker;

import org.jspecify.annotations.NullMarked;
