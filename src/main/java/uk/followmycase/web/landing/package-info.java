/** The plain page that leads to the forces. */
@NullMarked
package uk.followmycase.web.landing;

import org.jspecify.annotations.NullMarked;
