package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import uk.followmycase.cases.PersonId;
import uk.followmycase.delivery.Channel;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;

@InvitationTest
class InvitationRowsTests {

  private static final ForceId FORCE = new ForceId(920_001);
  private static final ForceId OTHER = new ForceId(920_002);
  private static final Instant START = Instant.parse("2026-03-02T09:00:00.123456Z");
  private static final Duration FORTNIGHT = Duration.ofDays(14);

  @Autowired InvitationRows rows;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionOperations transactions;

  @Test
  void comesBackAsItWent() {
    var invitation = made(UUID.randomUUID());
    invitation.send(digest(), START, InvitationTests.rules(Duration.ofDays(7)));
    invitation.handOver("{slow}digest");
    invitation.countTry();
    save(FORCE, invitation);
    assertThat(in(FORCE, () -> rows.byId(invitation.id())).orElseThrow())
        .usingRecursiveComparison()
        .isEqualTo(invitation);
    invitation.prove(START);
    invitation.remind(START);
    save(FORCE, invitation);
    assertThat(in(FORCE, () -> rows.lock(invitation.id())).orElseThrow())
        .usingRecursiveComparison()
        .isEqualTo(invitation);
    invitation.cancel(Ending.BY_FORCE, START);
    save(FORCE, invitation);
    assertThat(in(FORCE, () -> rows.byIds(List.of(invitation.id()))))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(invitation);
  }

  @Test
  void isFoundByItsLinkWithinItsForceOnly() {
    var digest = digest();
    var invitation = made(UUID.randomUUID());
    invitation.send(digest, START, InvitationTests.rules(null));
    save(FORCE, invitation);
    assertThat(in(FORCE, () -> rows.byToken(digest)).map(Invitation::id)).contains(invitation.id());
    assertThat(in(OTHER, () -> rows.byToken(digest))).isEmpty();
    assertThat(in(OTHER, () -> rows.byId(invitation.id()))).isEmpty();
    assertThat(in(OTHER, () -> rows.lock(invitation.id()))).isEmpty();
    assertThat(in(OTHER, () -> rows.history(invitation.person()))).isEqualTo(History.NONE);
    assertThat(in(FORCE, () -> rows.byToken(digest()))).isEmpty();
  }

  @Test
  void aPersonHasOneLiveInvitationAtMost() {
    var person = UUID.randomUUID();
    save(FORCE, made(person));
    assertThatThrownBy(() -> save(FORCE, made(person))).isInstanceOf(DuplicateKeyException.class);
    save(OTHER, made(person));
  }

  @Test
  void oneStatementEndsTheOldAndMakesTheNew() {
    var person = UUID.randomUUID();
    var old = made(person);
    save(FORCE, old);
    old.cancel(Ending.CONTACTS_CHANGED, START);
    var fresh = made(person);
    save(FORCE, fresh, old);
    assertThat(in(FORCE, () -> rows.history(new PersonId(person))).live().map(Invitation::id))
        .contains(fresh.id());
    assertThat(heads(old)).isEmpty();
    assertThat(heads(fresh)).containsExactly(fresh.link().expiresAt());
  }

  @Test
  void theHeadFollowsTheInvitation() {
    var invitation = made(UUID.randomUUID());
    save(FORCE, invitation);
    assertThat(heads(invitation)).containsExactly(START.plus(FORTNIGHT));
    invitation.send(digest(), START, InvitationTests.rules(Duration.ofDays(7)));
    save(FORCE, invitation);
    assertThat(heads(invitation)).containsExactly(START.plus(Duration.ofDays(7)));
    invitation.remind(START);
    save(FORCE, invitation);
    assertThat(heads(invitation)).containsExactly(START.plus(FORTNIGHT));
    invitation.expire(START);
    save(FORCE, invitation);
    assertThat(heads(invitation)).isEmpty();
  }

  @Test
  void aHistoryTellsTheLatestAndEveryStoppedChannel() {
    var person = UUID.randomUUID();
    refused(person, Channel.EMAIL);
    refused(person, Channel.TEXT);
    var latest = made(person);
    save(FORCE, latest);
    var stranger = UUID.randomUUID();
    assertThat(in(FORCE, () -> rows.histories(Set.of(person, stranger))))
        .hasSize(1)
        .hasEntrySatisfying(
            person,
            history -> {
              assertThat(history.live().map(Invitation::id)).contains(latest.id());
              assertThat(history.stopped()).containsExactlyInAnyOrder(Channel.values());
            });
  }

  @Test
  void theDatabaseRefusesStatesThatCannotBe() {
    var invitation = made(UUID.randomUUID());
    save(FORCE, invitation);
    for (var impossible :
        List.of(
            "update police.invitation set ended_at = made_at where id = ?",
            "update police.invitation set state = 'EXPIRED' where id = ?",
            "update police.invitation set state = 'PROVED' where id = ?",
            "update police.invitation set token_digest = decode(repeat('00', 32), 'hex') where id = ?",
            "update police.invitation set force_code = 'K4WM-7XRP-93HL' where id = ?",
            "update police.invitation set force_code_tries = 6 where id = ?",
            "update police.invitation set ending = 'GONE' where id = ?")) {
      assertThatThrownBy(
              () -> in(FORCE, () -> jdbc.sql(impossible).param(invitation.id()).update()))
          .as(impossible)
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  @Test
  void nothingIsDeleted() {
    var invitation = made(UUID.randomUUID());
    save(FORCE, invitation);
    assertThatThrownBy(() -> in(FORCE, () -> jdbc.sql("delete from police.invitation").update()))
        .hasStackTraceContaining("permission denied");
  }

  private void refused(UUID person, Channel channel) {
    var invitation =
        Invitation.make(
            UUID.randomUUID(), person, 1, new Wanted(channel, Proof.STRICT), START, FORTNIGHT);
    invitation.send(digest(), START, InvitationTests.rules(null));
    invitation.refuse(START);
    save(FORCE, invitation);
  }

  private static Invitation made(UUID person) {
    return Invitation.make(
        UUID.randomUUID(), person, 3, new Wanted(Channel.EMAIL, Proof.STRICT), START, FORTNIGHT);
  }

  private static byte[] digest() {
    return uk.followmycase.tenancy.keys.Digests.sha256(UUID.randomUUID().toString());
  }

  private List<Instant> heads(Invitation invitation) {
    return jdbc.sql("select due_at from plumbing.invitation_head where invitation_id = ?")
        .param(invitation.id())
        .query((row, number) -> row.getObject(1, java.time.OffsetDateTime.class).toInstant())
        .list();
  }

  private void save(ForceId force, Invitation... invitations) {
    in(
        force,
        () -> {
          rows.save(List.of(invitations));
          return 1;
        });
  }

  private <T> T in(ForceId force, Supplier<T> work) {
    return ForceBinding.call(force, () -> transactions.execute(status -> work.get()));
  }
}
