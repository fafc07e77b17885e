/** How to leave fast, and what that does not do. */
@NullMarked
package uk.followmycase.web.victim.safety;

import org.jspecify.annotations.NullMarked;
