package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.followmycase.audit.Actor;
import uk.followmycase.cases.CaseFiles;
import uk.followmycase.cases.CaseReference;
import uk.followmycase.cases.Report;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices;
import uk.followmycase.delivery.Notices.Held;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.Notices.Telling;
import uk.followmycase.delivery.Notices.Waiting;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.Plan.Voicemail;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.delivery.SafeContactPlans.Saying;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.delivery.TextSegments;
import uk.followmycase.delivery.events.PlansToReview;
import uk.followmycase.support.MovableClock;

/** Whoever is in is told that there is something new, and never what. */
@InvitationTest
class UpdateNoticeTests {

  @Autowired Victims victims;
  @Autowired CaseFiles files;
  @Autowired Notices notices;
  @Autowired SafeContactPlans plans;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;
  @Autowired ApplicationEventPublisher events;

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
  }

  @Test
  void oneNoticeTellsOfAsManyUpdatesAsCome() {
    var victim = somebodyIn();
    adds(victim, "canary arrest of a canary suspect");
    adds(victim, "canary bail");
    assertThat(waiting(victim)).containsExactly(Channel.TEXT);
  }

  @Test
  void whoIsNotInIsToldNothing() {
    var victim = victims.invited();
    adds(victim, "canary");
    assertThat(waiting(victim)).isEmpty();
  }

  @Test
  void itSaysNothingOfTheUpdateAndHoldsNoLink() {
    for (var wish : List.of("en", "cy")) {
      var victim = victims.of(Victims.STRICT).wishing(wish).tell();
      for (var channel : Channel.values()) {
        var visit = victim.latest().state() == State.ACCEPTED ? null : victim.follow(victim.link());
        assertThat(visit == null || visit.enter(visit.proveWithSentCode())).isTrue();
        var message = victim.in(() -> victims.postbox.lease(notice(victim, channel))).orElseThrow();
        assertThat(message.parts()).hasSize(1);
        assertThat(message.parts().getFirst())
            .doesNotContainIgnoringCase("canary", "http", "localhost", "police", "heddlu")
            .startsWith(channel == Channel.EMAIL ? (wish.equals("cy") ? "Helo\n" : "Hello") : "");
        if (channel == Channel.TEXT) {
          assertThat(TextSegments.of(message.parts().getFirst())).isOne();
        }
      }
    }
  }

  /** What it owes comes in many calls, some of which are about the same person. */
  @Test
  void afterASilentFeedEachPersonIsToldOnceWhenAllIsThere() {
    var victim = somebodyIn();
    adds(victim, "before the silence");
    assertThat(told(victim)).extracting(Waiting::held).containsExactly((Held) null);
    asIfLeft(victim);
    clock.advance(victim.force().settings().feedSilentAfter().plusHours(1));
    clock.advanceToNoon();
    var back = clock.instant();
    adds(victim, "the first of many");
    clock.advance(Duration.ofMinutes(20));
    adds(victim, "another");
    assertThat(told(victim))
        .singleElement()
        .matches(it -> it.held() == Held.PACED)
        .extracting(it -> Objects.requireNonNull(it.until()))
        .satisfies(
            until ->
                assertThat(until)
                    .isBetween(back.plus(Duration.ofHours(1)), back.plus(Duration.ofMinutes(61))));
    desk(victim);
    assertThat(told(victim)).extracting(Waiting::held).containsExactly((Held) null);
    asIfLeft(victim);
    clock.advance(Duration.ofMinutes(41));
    adds(victim, "as on any day");
    assertThat(told(victim)).extracting(Waiting::held).containsExactly((Held) null);
  }

  @Test
  void whoHasToBeAskedAgainHowTheyAreReachedIsATask() {
    var victim = somebodyIn();
    var file = victim.latest().standing().caseId();
    victims.inTransaction(
        victim.force(),
        () -> {
          var person = new Recipient(file, victim.id().value());
          events.publishEvent(new PlansToReview(victim.force().id(), List.of(person)));
          events.publishEvent(new PlansToReview(victim.force().id(), List.of(person)));
          return person;
        });
    assertThat(tasks(victim)).containsExactly("PLAN_REVIEW");
  }

  @Test
  void itGoesByAWayThatThePlanAllows() {
    var victim = somebodyIn();
    say(victim, Set.of(Channel.EMAIL));
    adds(victim, "canary");
    assertThat(waiting(victim)).containsExactly(Channel.EMAIL);
  }

  @Test
  void whoCanBeReachedByNoWayHasToBeToldByAPerson() {
    var victim = somebodyIn();
    say(victim, EnumSet.noneOf(Channel.class));
    adds(victim, "canary");
    assertThat(waiting(victim)).isEmpty();
    assertThat(tasks(victim)).containsExactly("VICTIM_NOT_TOLD");
  }

  @Test
  void whoIsShutOutMeanwhileIsToldNothing() {
    var victim = somebodyIn();
    adds(victim, "canary");
    var notice = notice(victim, Channel.EMAIL);
    victim.takenOffTheCase().tell();
    assertThat(victim.in(() -> victims.postbox.lease(notice))).isEmpty();
  }

  private Victim somebodyIn() {
    var victim = victims.invited();
    var visit = victim.follow(victim.link());
    assertThat(visit.enter(visit.proveWithSentCode())).isTrue();
    return victim;
  }

  private void adds(Victim victim, String text) {
    var reference =
        CaseReference.read(victim.reference(), victim.force().settings().references())
            .orElseThrow();
    var id = UUID.randomUUID().toString();
    victim.in(
        () -> {
          var digest = victims.keys.blind("test-update", id);
          var update =
              new Report.Update(id, clock.instant(), Report.UpdateKind.ENQUIRY, text, null, digest);
          return files.receive("records-test", List.of(new Report.AddedUpdate(reference, update)));
        });
  }

  /** Somebody at the desk writes, and waits for no records system. */
  private void desk(Victim victim) {
    var file = victim.latest().standing().caseId();
    var person = new Recipient(file, victim.id().value());
    var now = clock.instant();
    victims.inTransaction(
        victim.force(),
        () -> {
          var key = victims.keys.newDataKey(file);
          var end = now.plus(Duration.ofDays(7));
          notices.tell(List.of(new Telling(person, key, Kind.UPDATE, now, end, null, true)));
          return person;
        });
  }

  private List<Channel> waiting(Victim victim) {
    return told(victim).stream().map(Waiting::channel).toList();
  }

  private List<Waiting> told(Victim victim) {
    var person = victim.id().value();
    return victims
        .inTransaction(victim.force(), () -> notices.waiting(List.of(person)))
        .getOrDefault(person, List.of())
        .stream()
        .filter(it -> it.kind() == Kind.UPDATE)
        .toList();
  }

  /** As if what waits had left. */
  private void asIfLeft(Victim victim) {
    victims.inTransaction(
        victim.force(), () -> jdbc.sql("delete from police.notice where kind = 'UPDATE'").update());
  }

  private List<String> tasks(Victim victim) {
    var person = victim.id().value();
    return victims.inTransaction(
        victim.force(),
        () ->
            jdbc.sql("select kind from police.task where person_id = ?")
                .param(person)
                .query((row, number) -> row.getString(1))
                .list());
  }

  private Notice notice(Victim victim, Channel channel) {
    var person = victim.id().value();
    return new Notice(
        UUID.randomUUID(),
        Kind.UPDATE,
        person,
        new Recipient(victim.latest().standing().caseId(), person),
        channel,
        clock.instant(),
        clock.instant(),
        Map.of());
  }

  private void say(Victim victim, Set<Channel> channels) {
    var plan = new Plan(channels, Set.of(), false, false, Voicemail.NOT_ASKED, false, false, null);
    victims.inTransaction(
        victim.force(),
        () -> {
          var file = victim.latest().standing().caseId();
          var person = new Recipient(file, victim.id().value());
          var by = new Actor(Actor.Kind.OFFICER, "o-1");
          var key = victims.keys.newDataKey(file);
          plans.say(new Saying(person, key, Source.OFFICER, plan, null, by));
          return plan;
        });
  }
}
