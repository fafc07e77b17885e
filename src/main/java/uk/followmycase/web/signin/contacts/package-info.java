/** Where to send the codes. */
@NullMarked
package uk.followmycase.web.signin.contacts;

import org.jspecify.annotations.NullMarked;
