/** What the nation's administrators see: no case, and nobody on one. */
@NullMarked
package uk.followmycase.web.nation;

import org.jspecify.annotations.NullMarked;
