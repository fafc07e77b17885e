/** How we contact somebody: what they wish for, and what counts. */
@NullMarked
package uk.followmycase.web.victim.wishes;

import org.jspecify.annotations.NullMarked;
