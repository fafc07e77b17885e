/** An invitation that is not for the person who got it. */
@NullMarked
package uk.followmycase.web.victim.refuse;

import org.jspecify.annotations.NullMarked;
