/** The desk of a force's staff. */
@NullMarked
package uk.followmycase.web.officer;

import org.jspecify.annotations.NullMarked;
