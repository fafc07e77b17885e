/** English or Welsh. */
@NullMarked
package uk.followmycase.web.language;

import org.jspecify.annotations.NullMarked;
