/** How somebody on a case may safely be reached, as staff fill it in. */
@NullMarked
package uk.followmycase.web.frame.plan;

import org.jspecify.annotations.NullMarked;
