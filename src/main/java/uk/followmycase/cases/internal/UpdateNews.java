package uk.followmycase.cases.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.Notices;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.Notices.Telling;
import uk.followmycase.delivery.events.NewsCameBack;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;

/** Lets people who are in know that there is something new, and never what. */
@Component
class UpdateNews {

  /** Later it is no news. */
  private static final Duration LIVES = Duration.ofDays(7);

  private final GrantRows grants;
  private final Notices notices;
  private final ForceKeys keys;
  private final Clock clock;

  UpdateNews(GrantRows grants, Notices notices, ForceKeys keys, Clock clock) {
    this.grants = grants;
    this.notices = notices;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * A fixed number of statements for all cases with new updates.
   *
   * @param from when they may be told; asked where there is anybody to tell
   */
  void tell(List<OpenCase> cases, Supplier<Instant> from) {
    tell(cases, from, false);
  }

  /** What somebody at the desk writes waits for no records system that catches up. */
  void tellAtOnce(List<OpenCase> cases) {
    tell(cases, clock::instant, true);
  }

  private void tell(List<OpenCase> cases, Supplier<Instant> from, boolean atOnce) {
    Map<UUID, DataKey> byCase = new HashMap<>();
    cases.stream()
        .filter(open -> !open.folded().added().isEmpty())
        .forEach(open -> byCase.put(open.id(), open.key()));
    if (!byCase.isEmpty()) {
      tell(byCase, from, atOnce);
    }
  }

  private void tell(Map<UUID, DataKey> byCase, Supplier<Instant> from, boolean atOnce) {
    var people = grants.openOn(byCase.keySet());
    if (people.isEmpty()) {
      return;
    }
    var dueAt = from.get();
    notices.tell(
        people.entrySet().stream()
            .map(
                person ->
                    telling(
                        new Recipient(person.getValue(), person.getKey()),
                        Objects.requireNonNull(byCase.get(person.getValue())),
                        dueAt,
                        atOnce))
            .toList());
  }

  /** The first deadline stands: who was to be told by then is told by then, or by a person. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(NewsCameBack event) {
    if (event.kind() == Kind.UPDATE) {
      tellOtherwise(event);
    }
  }

  private void tellOtherwise(NewsCameBack event) {
    var person = event.person();
    var sealed = grants.sealed(List.of(person.personId())).get(person.personId());
    if (sealed != null) {
      notices.tell(
          List.of(
              new Telling(
                  person,
                  keys.dataKey(sealed.caseId(), sealed.wrapped()),
                  Kind.UPDATE,
                  clock.instant(),
                  event.until(),
                  event.notBy(),
                  true)));
    }
  }

  private static Telling telling(Recipient person, DataKey key, Instant dueAt, boolean atOnce) {
    return new Telling(person, key, Kind.UPDATE, dueAt, dueAt.plus(LIVES), null, atOnce);
  }
}
