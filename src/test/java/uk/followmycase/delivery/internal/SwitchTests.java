package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices;
import uk.followmycase.delivery.Notices.Held;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Notices.Waiting;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Switch;
import uk.followmycase.tenancy.Switches;
import uk.followmycase.tenancy.Switches.Off;
import uk.followmycase.tenancy.Switches.Scope;
import uk.followmycase.tenancy.Switches.Stop;
import uk.followmycase.tenancy.Switches.Turn;
import uk.followmycase.tenancy.Switches.Turned;
import uk.followmycase.tenancy.keys.Handle;

/** Switches that stop notices. */
@DeliveryTest
class SwitchTests {

  private static final UUID STAFF = Handle.rowId();

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired ScriptedProvider provider;
  @Autowired Switches switches;
  @Autowired Brakes brakes;
  @Autowired Notices notices;
  @Autowired StandingClock clock;
  @Autowired MeterRegistry meters;

  @BeforeEach
  void clear() {
    post.clear();
    provider.reset();
  }

  @Test
  void aForceStopsEverythingOfItsOwnAndNothingOfAnother() {
    turn(post.one(), Switch.NOTICES, true);
    post.queued(post.one(), Kind.INVITATION, "stopped");
    post.queued(post.two(), Kind.INVITATION, "free");
    crew.hand().work();
    assertThat(provider.texts()).containsExactly("free");
    turn(post.one(), Switch.NOTICES, false);
    crew.hand().work();
    assertThat(provider.texts()).containsExactly("free", "stopped");
  }

  @Test
  void aChannelIsStoppedAlone() {
    turn(post.one(), Switch.TEXT, true);
    post.queued(post.one(), Kind.CODE, "by text");
    var mail = post.notice(Kind.CODE, Channel.EMAIL, mail("by e-mail"));
    post.queue(post.one(), List.of(mail));
    crew.hand().work();
    assertThat(provider.texts()).containsExactly("by e-mail");
  }

  @Test
  void aKindIsStoppedAloneAndWhoeverLooksSeesIt() {
    turn(post.one(), Switch.REMINDER, true);
    var stopped = post.queued(post.one(), Kind.REMINDER, "stopped");
    post.queued(post.one(), Kind.INVITATION, "free");
    crew.hand().work();
    assertThat(provider.texts()).containsExactly("free");
    assertThat(waiting(stopped)).extracting(Waiting::held).containsExactly(Held.SWITCHED_OFF);
  }

  /** For words that turn out to be wrong. */
  @Test
  void aTemplateIsStoppedAlone() {
    turn(post.one(), Switch.REMINDER_TEXT, true);
    var stopped = post.queued(post.one(), Kind.REMINDER, "stopped");
    var mail = post.notice(Kind.REMINDER, Channel.EMAIL, mail("reminder by e-mail"));
    post.queue(post.one(), List.of(mail));
    post.queued(post.one(), Kind.INVITATION, "invitation by text");
    post.queued(post.two(), Kind.REMINDER, "another force's");
    crew.hand().work();
    assertThat(provider.texts())
        .containsExactlyInAnyOrder("reminder by e-mail", "invitation by text", "another force's");
    assertThat(waiting(stopped)).extracting(Waiting::held).containsExactly(Held.SWITCHED_OFF);
    turn(post.one(), Switch.REMINDER_TEXT, false);
    crew.hand().work();
    assertThat(provider.texts()).contains("stopped");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsInAWorkersHandsIsHeldByWhateverStopsIt(Switch what) {
    post.queued(post.one(), Kind.UPDATE, "by text");
    var hand = crew.hand();
    var leases = hand.claim(10);
    switches.turnEverywhere(wish(what, true));
    brakes.look();
    hand.work(leases);
    var stops =
        Set.of(Switch.NOTICES, Switch.TEXT, Switch.UPDATE, Switch.UPDATE_TEXT).contains(what);
    assertThat(provider.texts()).hasSize(stops ? 0 : 1);
  }

  @Test
  void everyKindAndEveryTemplateHasASwitch() {
    var codes = Stream.of(Switch.values()).map(Switch::code).toList();
    assertThat(codes)
        .contains(SwitchNames.kinds())
        .contains(SwitchNames.channels())
        .contains(SwitchNames.templates());
  }

  @Test
  void oneSwitchStopsAllForces() {
    switches.turnEverywhere(wish(Switch.NOTICES, true));
    post.queued(post.one(), Kind.INVITATION, "one");
    post.queued(post.two(), Kind.INVITATION, "two");
    assertThat(crew.hand().work()).isEmpty();
    switches.turnEverywhere(wish(Switch.NOTICES, false));
    crew.hand().work();
    assertThat(provider.texts()).containsExactlyInAnyOrder("one", "two");
  }

  /** Its key may be broken, or a row of its may be locked. */
  @Test
  void theStopForAllStandsThoughTheTrailOfAForceTakesNothing() {
    post.asSuperuser("truncate police.switch_turn");
    post.asSuperuser(
        "alter table police.switch_turn add constraint broken check (force_id <> "
            + post.one().value()
            + ")");
    try {
      switches.turnEverywhere(wish(Switch.NOTICES, true));
      post.queued(post.one(), Kind.INVITATION, "one");
      post.queued(post.two(), Kind.INVITATION, "two");
      assertThat(crew.hand().work()).isEmpty();
      assertThat(post.in(post.two(), switches::latest)).hasSize(1);
    } finally {
      post.asSuperuser("alter table police.switch_turn drop constraint broken");
    }
    assertThat(post.in(post.one(), switches::latest)).isEmpty();
    switches.turnEverywhere(wish(Switch.NOTICES, false));
    for (var force : List.of(post.one(), post.two())) {
      assertThat(post.in(force, switches::latest))
          .extracting(turned -> turned.turn().off())
          .containsExactly(false, true);
    }
  }

  @Test
  void whatIsInAWorkersHandsIsStoppedToo() {
    post.queued(post.one(), Kind.INVITATION, "hello");
    var hand = crew.hand();
    var leases = hand.claim(10);
    turn(post.one(), Switch.TEXT, true);
    brakes.look();
    hand.work(leases);
    assertThat(provider.ledger()).isEmpty();
    assertThat(post.list("select fault from police.delivery_attempt"))
        .containsExactly("lease-over");
  }

  @Test
  void everyTurnOfASwitchIsInTheTrail() {
    turn(post.one(), Switch.TEXT, true);
    switches.turnEverywhere(wish(Switch.CODE, true));
    assertThat(post.list("select detail from police.audit_entry where action = 'SWITCH_TURNED'"))
        .contains("notices.text off", "notices.code off everywhere");
  }

  /** A force's own switch beside the nation's: neither turns the other. */
  @Test
  void whatTheNationStoppedAForceDoesNotLetGo() {
    post.in(post.one(), () -> switches.turn(wish(Switch.TEXT, true), true));
    turn(post.one(), Switch.TEXT, true);
    turn(post.one(), Switch.TEXT, false);
    post.queued(post.one(), Kind.INVITATION, "hello");
    assertThat(crew.hand().work()).isEmpty();
    assertThat(post.in(post.one(), switches::off))
        .containsExactly(new Off(Switch.TEXT, Scope.FORCE_BY_NATION));
    post.in(post.one(), () -> switches.turn(wish(Switch.TEXT, false), true));
    crew.hand().work();
    assertThat(provider.texts()).containsExactly("hello");
  }

  /** It is never let go by itself, and counted once it stands for longer than anybody meant. */
  @Test
  void aStopStandsUntilItIsLetGoAndIsNotForgotten() {
    var start = clock.instant();
    turn(post.one(), Switch.TEXT, true);
    clock.forward(Turn.SOON.minusSeconds(1));
    assertThat(overdue()).isZero();
    clock.forward(Duration.ofSeconds(1));
    assertThat(overdue()).isEqualTo(1);
    assertThat(post.in(post.one(), switches::stops))
        .containsExactly(new Stop(Switch.TEXT, Scope.FORCE, start, start.plus(Turn.SOON)));
    turn(post.one(), Switch.TEXT, true);
    assertThat(overdue()).isZero();
    assertThat(post.in(post.one(), switches::stops))
        .singleElement()
        .matches(stop -> stop.since().equals(start))
        .matches(stop -> stop.reviewAt().equals(clock.instant().plus(Turn.SOON)));
    clock.forward(Duration.ofDays(30));
    post.queued(post.one(), Kind.INVITATION, "hello");
    assertThat(crew.hand().work()).isEmpty();
    assertThat(overdue()).isEqualTo(1);
    turn(post.one(), Switch.TEXT, false);
    assertThat(overdue()).isZero();
  }

  private double overdue() {
    return meters.get("followmycase.switches.overdue").gauge().value();
  }

  @Test
  void whoTurnedWhatAndWhyIsKeptForTheForceAloneAndSealed() {
    post.asSuperuser("truncate police.switch_turn");
    turn(post.one(), Switch.TEXT, true);
    turn(post.one(), Switch.TEXT, true);
    var turned = post.in(post.one(), switches::latest);
    var wish = wish(Switch.TEXT, true);
    assertThat(turned)
        .extracting(Turned::turn, Turned::again)
        .containsExactly(tuple(wish, true), tuple(wish, false));
    assertThat(post.in(post.two(), switches::latest)).isEmpty();
    assertThat(post.list("select encode(sealed, 'escape') from police.switch_turn"))
        .noneMatch(row -> row.contains("Bright") || row.contains("provider"));
  }

  private void turn(ForceId force, Switch what, boolean off) {
    post.in(force, () -> switches.turn(wish(what, off), false));
  }

  private static Turn wish(Switch what, boolean off) {
    return new Turn(what, off, STAFF, "Jo Bright", "The provider sends them twice", Turn.SOON);
  }

  private List<Waiting> waiting(Notice notice) {
    var person = Objects.requireNonNull(notice.recipient()).personId();
    return Objects.requireNonNull(
        post.in(post.one(), () -> notices.waiting(List.of(person))).get(person));
  }

  private static Map<String, String> mail(String text) {
    return Map.of("to", "canary@example.org", "text", text, "subject", "s");
  }
}
