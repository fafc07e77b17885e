/** What can happen to a force. */
@NamedInterface("events")
@NullMarked
package uk.followmycase.tenancy.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
