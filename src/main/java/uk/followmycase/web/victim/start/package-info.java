/** A portal's first page. */
@NullMarked
package uk.followmycase.web.victim.start;

import org.jspecify.annotations.NullMarked;
