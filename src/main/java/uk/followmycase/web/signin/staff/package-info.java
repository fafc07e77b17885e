/** Staff choose who vouches for them, and hear why when nobody does. */
@NullMarked
package uk.followmycase.web.signin.staff;

import org.jspecify.annotations.NullMarked;
