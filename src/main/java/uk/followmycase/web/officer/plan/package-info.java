/** How somebody on a case may safely be reached, as staff fill it in. */
@NullMarked
package uk.followmycase.web.officer.plan;

import org.jspecify.annotations.NullMarked;
