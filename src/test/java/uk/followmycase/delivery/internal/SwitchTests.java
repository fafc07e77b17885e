package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

  @Test
  void oneSwitchStopsAllForces() {
    switches.turnEverywhere(Switch.NOTICES, true, STAFF);
    post.queued(post.one(), Kind.INVITATION, "one");
    post.queued(post.two(), Kind.INVITATION, "two");
    assertThat(crew.hand().work()).isEmpty();
    switches.turnEverywhere(Switch.NOTICES, false, STAFF);
    crew.hand().work();
    assertThat(provider.texts()).containsExactlyInAnyOrder("one", "two");
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
    switches.turnEverywhere(Switch.CODE, true, STAFF);
    assertThat(post.list("select detail from police.audit_entry where action = 'SWITCH_TURNED'"))
        .contains("notices.text off", "notices.code off everywhere");
  }

  private void turn(ForceId force, Switch what, boolean off) {
    post.in(
        force,
        () -> {
          switches.turn(what, off, STAFF);
          return off;
        });
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
