package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.identity.AccountId;
import uk.followmycase.support.MovableClock;

/**
 * Whatever happens in whatever order, nobody has two invitations, and no way leads around a proof.
 */
@InvitationTest
class AnyOrderTests {

  @Autowired Victims victims;
  @Autowired DueInvitations due;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  private final List<Consumer<Victim>> happenings =
      List.of(
          Victim::tell,
          victim -> victim.closed().tell(),
          victim -> victim.open().tell(),
          victim -> victim.inDanger().tell(),
          victim -> victim.outOfDanger().tell(),
          victim -> victim.phone("07700 900" + (100 + clock.instant().getNano() % 900)).tell(),
          victim -> victim.email(null).tell(),
          victim -> victim.email("back.canary@example.org").tell(),
          Victim::askForHandOver,
          victim -> victim.in(() -> victims.desk.resend(victim.id(), Victims.RECORDS_SYSTEM)),
          victim -> victim.in(() -> victims.desk.cancel(victim.id(), Victims.RECORDS_SYSTEM)),
          this::leave,
          this::tryToComeIn,
          victim -> pass(Duration.ofDays(6)));

  @Test
  void nobodyHasTwoLiveInvitations() {
    run(20260302L, 4, 40);
  }

  @Test
  @Tag("soak")
  void nobodyHasTwoLiveInvitationsLong() {
    run(20260303L, 200, 200);
  }

  private void run(long seed, int people, int happened) {
    var random = new Random(seed);
    for (var person = 0; person < people; person++) {
      clock.advanceToNoon();
      var victim = victims.of(Victims.STRICT).tell();
      for (var step = 0; step < happened; step++) {
        happenings.get(random.nextInt(happenings.size())).accept(victim);
        assertSound(victim);
      }
    }
  }

  private void assertSound(Victim victim) {
    var person = victim.id().value();
    var counts =
        victims.inTransaction(
            victim.force(),
            () ->
                jdbc.sql(
                        """
                        select count(*) filter (where i.ended_at is null) as live,
                          count(*) filter (where i.ended_at is null and h.due_at is null) as forgotten,
                          count(*) filter (where i.ended_at is not null and h.due_at is not null) as haunted,
                          count(*) filter (where i.state = 'ACCEPTED' and i.proved_at is null) as unproved
                        from police.invitation i left join plumbing.invitation_head h
                          on h.force_id = i.force_id and h.invitation_id = i.id
                        where i.person_id = ?""")
                    .param(person)
                    .query()
                    .singleRow());
    assertThat((Long) counts.get("live")).isLessThanOrEqualTo(1);
    assertThat(counts)
        .containsEntry("forgotten", 0L)
        .containsEntry("haunted", 0L)
        .containsEntry("unproved", 0L);
  }

  /** Whatever notice waits leaves. */
  private void leave(Victim victim) {
    for (var kind : List.of(Kind.INVITATION, Kind.REMINDER)) {
      if (victim.awaits(kind)) {
        victim.message(kind);
      }
    }
  }

  private void tryToComeIn(Victim victim) {
    var visit = victim.returned();
    visit.askForCode();
    visit.type("00000000");
    assertThat(visit.enter(new AccountId(java.util.UUID.randomUUID()))).isFalse();
  }

  private void pass(Duration time) {
    clock.advance(time);
    clock.advanceToNoon();
    due.handle();
  }
}
