/** Staff show anew that it is they, and lose nothing by it. */
@NullMarked
package uk.followmycase.web.officer.again;

import org.jspecify.annotations.NullMarked;
