package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.audit.Actor;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.ContactPoints;
import uk.followmycase.delivery.ContactPoints.PersonContacts;
import uk.followmycase.delivery.ContactPoints.Point;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.Plan.Voicemail;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.delivery.SafeContactPlans.Saying;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.ForceKeys;

/** Who needs discretion never sees the force's sender: no kind, no way, no detour. */
@DeliveryTest
class NeutralSenderTests {

  private static final String MAIL = "somebody9401@example.org";

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired ScriptedProvider provider;
  @Autowired StandingClock clock;
  @Autowired SafeContactPlans plans;
  @Autowired ContactPoints contacts;
  @Autowired ForceKeys keys;
  @Autowired Forces forces;

  @BeforeEach
  void clear() {
    post.clear();
    provider.reset();
  }

  /** Whose plan it is. */
  private enum Need {
    NOTHING,
    DISCRETION,
    SHARED_DEVICE;

    private Plan plan(Set<Channel> channels) {
      return new Plan(
          channels,
          Set.of(),
          this == DISCRETION,
          false,
          Voicemail.NOT_ASKED,
          this == SHARED_DEVICE,
          false,
          null);
    }
  }

  static Stream<Arguments> everything() {
    return Stream.of(Need.values())
        .flatMap(
            need ->
                Stream.of(Channel.values())
                    .flatMap(
                        channel ->
                            Stream.of(Kind.values())
                                .map(kind -> Arguments.of(kind, channel, need))));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void theSenderIsWhoThePlanAndTheKindAllow(Kind kind, Channel channel, Need need) {
    var expected = new ArrayList<String>();
    for (var force : forces.all()) {
      var notice = notice(force.id(), kind, channel);
      say(force.id(), notice, need.plan(EnumSet.allOf(Channel.class)));
      post.queue(force.id(), List.of(notice));
      expected.add(sender(force, channel, need != Need.NOTHING || kind == Kind.CODE));
    }
    crew.hand().work();
    assertThat(senders()).hasSizeGreaterThan(1).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aDetourLeavesByTheNeutralSenderToo() {
    var force = forces.of(post.one());
    var notice = notice(force.id(), Kind.UPDATE, Channel.TEXT);
    say(force.id(), notice, Need.DISCRETION.plan(Set.of(Channel.TEXT)));
    clock.at("23:30:00");
    post.queue(force.id(), List.of(notice));
    crew.hand().work();
    assertThat(senders()).isEmpty();
    say(force.id(), notice, Need.DISCRETION.plan(Set.of(Channel.EMAIL)));
    clock.at("12:00:00");
    clock.forward(Duration.ofHours(23));
    crew.hand().work();
    assertThat(senders()).containsExactly(sender(force, Channel.EMAIL, true));
  }

  private Notice notice(ForceId force, Kind kind, Channel channel) {
    var to = channel == Channel.TEXT ? Post.PHONE : MAIL;
    var notice = post.notice(kind, channel, Map.of("to", to, "text", "new", "subject", "s"));
    var person = Objects.requireNonNull(notice.recipient());
    var points =
        List.of(
            new Point(new Contact(Channel.TEXT, Post.PHONE), true, false),
            new Point(new Contact(Channel.EMAIL, MAIL), true, false));
    post.in(
        force,
        () -> {
          var key = keys.newDataKey(person.caseId());
          return contacts.replace(
              List.of(new PersonContacts(person.personId(), person.caseId(), key, "en", points)));
        });
    return notice;
  }

  private void say(ForceId force, Notice notice, Plan plan) {
    var person = Objects.requireNonNull(notice.recipient());
    post.in(
        force,
        () -> {
          var key = keys.newDataKey(person.caseId());
          var by = new Actor(Actor.Kind.OFFICER, "o-9401");
          plans.say(new Saying(person, key, Source.OFFICER, plan, null, by));
          return plan;
        });
  }

  private List<String> senders() {
    return provider.ledger().stream().map(parcel -> parcel.via().sender()).toList();
  }

  /** As the force's own file has it. */
  private static String sender(Force force, Channel channel, boolean discreet) {
    var name = (discreet ? "discreet-" : "") + channel.name().toLowerCase(Locale.ROOT);
    return Objects.requireNonNull(force.settings().channels().get(name), name).sender();
  }
}
