package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.cases.desk.Tasks.Need;
import uk.followmycase.delivery.Notices;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.events.NewsCameBack;
import uk.followmycase.identity.StaffId;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.invitations.DeskInvitations;
import uk.followmycase.invitations.InvitationDesk.HandOver;
import uk.followmycase.support.MovableClock;
import uk.followmycase.tenancy.StaffRole;
import uk.followmycase.tenancy.keys.Handle;

/**
 * To take somebody's code from them is more than to hand one over: it wants a fresh sign-in, and
 * whoever had the code is told.
 */
@InvitationTest
class ReplacedCodeTests {

  @Autowired Victims victims;
  @Autowired DeskInvitations invitations;
  @Autowired Tasks tasks;
  @Autowired Notices notices;
  @Autowired ApplicationEventPublisher events;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
  }

  @Test
  void whoIsInIsToldWithoutALinkThatTheirCodeIsAnother() {
    var victim = somebodyIn();
    assertThat(victim.awaits(Kind.CODE_REPLACED)).isFalse();
    assertThat(victim.askForHandOver()).isInstanceOf(HandOver.Code.class);
    assertThat(victim.message(Kind.CODE_REPLACED).parts())
        .singleElement()
        .asString()
        .containsAnyOf("has been changed", "wedi'i newid", "wedi’i newid")
        .doesNotContain("http", "/invitation");
  }

  @Test
  void whomThisDidNotReachIsToldByTheOtherWay() {
    var victim = somebodyIn();
    assertThat(victim.askForHandOver()).isInstanceOf(HandOver.Code.class);
    var first = victim.waiting(Kind.CODE_REPLACED);
    var person = Objects.requireNonNull(first.recipient());
    victims.inTransaction(
        victim.force(),
        () -> {
          notices.recall(List.of(first.about()));
          events.publishEvent(
              new NewsCameBack(
                  victim.force().id(),
                  Kind.CODE_REPLACED,
                  first.about(),
                  person,
                  first.expiresAt(),
                  first.channel()));
          return first;
        });
    var second = victim.waiting(Kind.CODE_REPLACED);
    assertThat(second.channel()).isEqualTo(first.channel().other());
    assertThat(second.expiresAt()).isEqualTo(first.expiresAt());
    assertThat(victim.message(Kind.CODE_REPLACED).to().channel()).isEqualTo(second.channel());
  }

  @Test
  void whoIsInvitedIsNot() {
    var victim = victims.strictlyInvited();
    assertThat(victim.askForHandOver()).isInstanceOf(HandOver.Code.class);
    assertThat(victim.awaits(Kind.CODE_REPLACED)).isFalse();
  }

  @Test
  void theDeskTakesNoCodeFromSomebodyInByHandingOneOver() {
    var victim = somebodyIn();
    var who = safeguarding(victim);
    var file = handle(victim, "case_file", victim.latest().standing().caseId());
    var person = handle(victim, "case_person", victim.id().value());
    assertThat(victim.in(() -> invitations.handOver(who, file, person)))
        .contains(new HandOver.NotInvited());
    assertThat(victim.awaits(Kind.CODE_REPLACED)).isFalse();
    assertThat(Act.REPLACE_CODE.strong()).isTrue();
    assertThat(victim.in(() -> invitations.replaceCode(who, file, person)))
        .get()
        .isInstanceOf(HandOver.Code.class);
    assertThat(victim.awaits(Kind.CODE_REPLACED)).isTrue();
  }

  @Test
  void nobodyInvitedHasACodeToReplace() {
    var victim = victims.strictlyInvited();
    var who = safeguarding(victim);
    var file = handle(victim, "case_file", victim.latest().standing().caseId());
    var person = handle(victim, "case_person", victim.id().value());
    assertThat(victim.in(() -> invitations.replaceCode(who, file, person)))
        .contains(new HandOver.NotInvited());
    assertThat(victim.in(() -> invitations.handOver(who, file, person)))
        .get()
        .isInstanceOf(HandOver.Code.class);
  }

  /** A code opens everything that somebody follows, at whatever force. */
  @ParameterizedTest
  @ValueSource(strings = {"SUSPENDED", "ENDED"})
  void nobodyWhoseAccessIsShutGetsANewCode(String state) {
    var victim = somebodyIn();
    var who = safeguarding(victim);
    var file = handle(victim, "case_file", victim.latest().standing().caseId());
    var person = handle(victim, "case_person", victim.id().value());
    victims.inTransaction(
        victim.force(),
        () ->
            jdbc.sql("update police.grant_access set state = ? where person_id = ?")
                .params(state, victim.id().value())
                .update());
    assertThat(victim.in(() -> invitations.replaceCode(who, file, person)))
        .contains(new HandOver.NotInvited());
    assertThat(victim.askForHandOver()).isInstanceOf(HandOver.NotInvited.class);
    assertThat(victim.awaits(Kind.CODE_REPLACED)).isFalse();
  }

  private Victim somebodyIn() {
    var victim = victims.strictlyInvited();
    var visit = victim.follow(victim.link());
    assertThat(visit.enter(visit.proveWithHandedOverCode())).isTrue();
    return victim;
  }

  /** Somebody of safeguarding, with a task on the case. */
  private StaffMember safeguarding(Victim victim) {
    var need =
        Need.of(
            TaskKind.NEEDS_A_PERSON,
            victim.latest().standing().caseId(),
            victim.id().value(),
            null);
    victims.inTransaction(
        victim.force(),
        () -> {
          tasks.open(List.of(need));
          return need;
        });
    return new StaffMember(
        new StaffId(UUID.randomUUID()),
        victim.force().id(),
        Set.of(StaffRole.SAFEGUARDING),
        "SG97",
        Set.of("Safeguarding"),
        "Somebody There",
        clock.instant());
  }

  private Handle handle(Victim victim, String table, UUID id) {
    var sql =
        table.equals("case_file")
            ? "select handle from police.case_file where id = ?"
            : "select handle from police.case_person where id = ?";
    return new Handle(
        victims.inTransaction(
            victim.force(), () -> jdbc.sql(sql).param(id).query(UUID.class).single()));
  }
}
