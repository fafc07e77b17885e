/** What staff wrote and could not send: found again, looked at, sent. */
@NullMarked
package uk.followmycase.web.officer.drafts;

import org.jspecify.annotations.NullMarked;
