package uk.followmycase.identity.internal;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long what a provider said at a sign-in is believed. The demonstration's people have none. */
@Component
class ProvidersWord {

  private final StaffSettings settings;
  private final Clock clock;

  ProvidersWord(StaffSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** When the provider is to be asked again; null where there is none to ask. */
  @Nullable Instant goodUntil(StaffVisits.Standing visit) {
    return DemoStaff.NAME.equals(visit.provider())
        ? null
        : visit.signedInAt().plus(settings.askAgainAfter());
  }

  /** Whether a visit still goes by it: whoever writes is not held up at once. */
  boolean holds(StaffVisits.Standing visit) {
    var until = goodUntil(visit);
    return until == null || until.plus(settings.askAgainAfter()).isAfter(clock.instant());
  }
}
