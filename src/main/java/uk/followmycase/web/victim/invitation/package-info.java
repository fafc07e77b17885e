/** A link is opened, or does not work. */
@NullMarked
package uk.followmycase.web.victim.invitation;

import org.jspecify.annotations.NullMarked;
