/** Finding a case. */
@NullMarked
package uk.followmycase.web.officer.search;

import org.jspecify.annotations.NullMarked;
