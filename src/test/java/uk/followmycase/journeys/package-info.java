/** People's ways through the portal, in a real browser. */
@NullMarked
package uk.followmycase.journeys;

import org.jspecify.annotations.NullMarked;
