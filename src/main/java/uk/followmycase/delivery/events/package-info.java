/** What can happen to a notice. */
@NamedInterface("events")
@NullMarked
package uk.followmycase.delivery.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
