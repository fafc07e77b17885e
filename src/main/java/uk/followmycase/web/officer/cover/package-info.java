/** One officer for another. */
@NullMarked
package uk.followmycase.web.officer.cover;

import org.jspecify.annotations.NullMarked;
