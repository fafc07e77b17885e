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
    return goodUntil(visit.provider(), visit.signedInAt());
  }

  /** The same of one of the nation's. */
  @Nullable Instant goodUntil(NationalVisits.Standing visit) {
    return goodUntil(visit.said().provider(), visit.signedInAt());
  }

  private @Nullable Instant goodUntil(String provider, Instant said) {
    return DemoStaff.NAME.equals(provider) ? null : said.plus(settings.askAgainAfter());
  }

  /** Whether a visit still goes by it: whoever writes is not held up at once. */
  boolean holds(StaffVisits.Standing visit) {
    return holds(goodUntil(visit));
  }

  /** The same of one of the nation's. */
  boolean holds(NationalVisits.Standing visit) {
    return holds(goodUntil(visit));
  }

  private boolean holds(@Nullable Instant until) {
    return until == null || until.plus(settings.askAgainAfter()).isAfter(clock.instant());
  }
}
