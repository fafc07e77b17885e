/** Tests of the pages. */
@NullMarked
package uk.followmycase.web.signin.codes;

import org.jspecify.annotations.NullMarked;
