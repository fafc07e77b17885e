/** Tests of the pages. */
@NullMarked
package uk.followmycase.web.error;

import org.jspecify.annotations.NullMarked;
