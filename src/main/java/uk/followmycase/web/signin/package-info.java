/** The pages of the sign-in host. */
@NullMarked
package uk.followmycase.web.signin;

import org.jspecify.annotations.NullMarked;
