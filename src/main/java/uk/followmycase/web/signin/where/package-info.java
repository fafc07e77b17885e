/** Signed in, and no portal is waiting. */
@NullMarked
package uk.followmycase.web.signin.where;

import org.jspecify.annotations.NullMarked;
