/** What can happen to an invitation. */
@NamedInterface("events")
@NullMarked
package uk.followmycase.invitations.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
