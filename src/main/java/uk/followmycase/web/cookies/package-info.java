/** What cookies are used. */
@NullMarked
package uk.followmycase.web.cookies;

import org.jspecify.annotations.NullMarked;
