package uk.followmycase.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.followmycase.identity.AccountId;
import uk.followmycase.identity.CurrentPerson;
import uk.followmycase.identity.IdentityTest;
import uk.followmycase.identity.Visits;
import uk.followmycase.support.MovableClock;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;

@IdentityTest
class PersonSessionsTests {

  private static final ForceId ONE = new ForceId(1);
  private static final ForceId TWO = new ForceId(2);

  @Autowired PersonSessions sessions;
  @Autowired SessionRows rows;
  @Autowired Visits visits;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @Test
  void aTouchIsWrittenOnceAMinuteAtMost() {
    var session = saved(somebody());
    var written = touchedAt(session);
    clock.advance(Duration.ofSeconds(50));
    sessions.save(found(session));
    assertThat(touchedAt(session)).isEqualTo(written);
    clock.advance(Duration.ofSeconds(10));
    sessions.save(found(session));
    assertThat(touchedAt(session)).isAfter(written);
  }

  @Test
  void whoIsBusyOnOneHostIsNotAwayFromTheOthers() {
    var person = somebody();
    var here = saved(person);
    var there = ForceBinding.call(ONE, () -> saved(person));
    clock.advance(Duration.ofMinutes(10));
    sessions.save(found(here));
    clock.advance(Duration.ofMinutes(10));
    ForceBinding.run(ONE, () -> assertThat(sessions.findById(there.getId())).isNotNull());
  }

  @Test
  void aSessionIsOfOneSiteAlone() {
    var ofNone = saved(somebody());
    var ofOne = ForceBinding.call(ONE, () -> saved(somebody()));
    assertThat(sessions.findById(ofNone.getId())).isNotNull();
    assertThat(sessions.findById(ofOne.getId())).isNull();
    ForceBinding.run(
        ONE,
        () -> {
          assertThat(sessions.findById(ofOne.getId())).isNotNull();
          assertThat(sessions.findById(ofNone.getId())).isNull();
        });
    ForceBinding.run(TWO, () -> assertThat(sessions.findById(ofOne.getId())).isNull());
  }

  @Test
  void itsIdChangesAndTheOldOneOpensNothing() {
    var session = saved(somebody());
    var old = session.getId();
    var kept = found(session);
    kept.setAttribute("word", "kept");
    kept.changeSessionId();
    sessions.save(kept);
    assertThat(sessions.findById(old)).isNull();
    assertThat(found(kept).<String>getAttribute("word")).isEqualTo("kept");
  }

  @Test
  void whatWasEndedMeanwhileStaysEnded() {
    var person = somebody();
    var held = found(saved(person));
    visits.end(person);
    held.setAttribute("word", "late");
    sessions.save(held);
    assertThat(sessions.findById(held.getId())).isNull();
  }

  @Test
  void itTakesShortTextsOnly() {
    var session = sessions.createSession();
    assertThatThrownBy(() -> session.setAttribute("list", List.of("anything")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> session.setAttribute("long", "x".repeat(4_001)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> session.setAttribute(PersonSession.PERSON, "somebody"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sweepingTakesOutWhatIsOver() {
    var stale = saved(somebody());
    clock.advance(Duration.ofMinutes(16));
    var fresh = saved(somebody());
    assertThat(rows(stale)).isOne();
    assertThat(rows.sweep(clock.instant())).isPositive();
    assertThat(rows(stale)).isZero();
    assertThat(rows(fresh)).isOne();
  }

  private long rows(PersonSession session) {
    return jdbc.sql("select count(*) from people.session where id = ?")
        .param(session.row())
        .query(Long.class)
        .single();
  }

  private Instant touchedAt(PersonSession session) {
    return jdbc.sql("select touched_at from people.session where id = ?")
        .param(session.row())
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .single();
  }

  private PersonSession found(PersonSession session) {
    return Objects.requireNonNull(sessions.findById(session.getId()));
  }

  private PersonSession saved(CurrentPerson person) {
    var session = sessions.createSession();
    session.setAttribute(PersonSession.PERSON, person);
    sessions.save(session);
    return session;
  }

  private CurrentPerson somebody() {
    return new CurrentPerson(
        new AccountId(UUID.randomUUID()), clock.instant(), false, UUID.randomUUID());
  }
}
