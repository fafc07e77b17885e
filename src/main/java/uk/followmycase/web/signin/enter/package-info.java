/** Somebody comes from an invitation. */
@NullMarked
package uk.followmycase.web.signin.enter;

import org.jspecify.annotations.NullMarked;
