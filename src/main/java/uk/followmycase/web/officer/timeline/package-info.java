/** What staff write on a case's timeline for its victims. */
@NullMarked
package uk.followmycase.web.officer.timeline;

import org.jspecify.annotations.NullMarked;
