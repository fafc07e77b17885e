/** The accessibility statement. */
@NullMarked
package uk.followmycase.web.accessibility;

import org.jspecify.annotations.NullMarked;
