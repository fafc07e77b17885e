/** Parts that pages of several sites show alike. */
@NullMarked
package uk.followmycase.web.frame;

import org.jspecify.annotations.NullMarked;
