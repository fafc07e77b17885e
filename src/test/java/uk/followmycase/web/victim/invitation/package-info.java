/** Tests of the pages. */
@NullMarked
package uk.followmycase.web.victim.invitation;

import org.jspecify.annotations.NullMarked;
