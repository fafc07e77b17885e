/** What staff do about one person on a case: invitation, code, access. */
@NullMarked
package uk.followmycase.web.officer.person;

import org.jspecify.annotations.NullMarked;
