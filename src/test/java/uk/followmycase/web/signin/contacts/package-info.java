/** Tests of the pages. */
@NullMarked
package uk.followmycase.web.signin.contacts;

import org.jspecify.annotations.NullMarked;
