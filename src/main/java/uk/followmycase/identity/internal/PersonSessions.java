package uk.followmycase.identity.internal;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/** Sessions as Spring Session asks for them: one look per request, and mostly no write. */
@Component
class PersonSessions implements SessionRepository<PersonSession> {

  private final SessionRows rows;
  private final Clock clock;

  PersonSessions(SessionRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public PersonSession createSession() {
    return PersonSession.fresh(clock.instant());
  }

  @Override
  public @Nullable PersonSession findById(String id) {
    return OneLook.remembered(id, () -> standing(id)).orElse(null);
  }

  private Optional<PersonSession> standing(String id) {
    return rows.find(id).filter(session -> !SessionLimits.over(session, clock.instant()));
  }

  @Override
  public void save(PersonSession session) {
    var now = clock.instant();
    if (session.storedUnder() == null) {
      rows.insert(session, now);
    } else if (session.changed()) {
      rows.update(session, now);
    } else if (SessionLimits.touchIsDue(session, now)) {
      rows.touch(session.visit(), now);
    } else {
      return;
    }
    session.written(now);
  }

  @Override
  public void deleteById(String id) {
    OneLook.forget(id);
    rows.delete(id);
  }
}
