/** Who is at the desk. */
@NullMarked
package uk.followmycase.web.officer.start;

import org.jspecify.annotations.NullMarked;
