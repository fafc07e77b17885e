/** What can happen to a case. */
@NamedInterface("events")
@NullMarked
package uk.followmycase.cases.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
