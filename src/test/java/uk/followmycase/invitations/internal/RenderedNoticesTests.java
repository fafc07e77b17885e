package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Leased;
import uk.followmycase.delivery.Notices.Message;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.Notices.Writer;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.Plan.Voicemail;
import uk.followmycase.delivery.TextSegments;
import uk.followmycase.identity.OneTimeCodes;
import uk.followmycase.support.MovableClock;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;

/**
 * Every message of every force, kind, channel, wish and plan, about people and cases that are full
 * of canaries: what leaves holds none of them, and a text fits one segment.
 */
@InvitationTest
class RenderedNoticesTests {

  private static final Pattern ADDRESS = Pattern.compile("\\S*(://|www\\.)\\S*");

  /** Digits that nobody chose may look like anything. */
  private static final Pattern CODE = Pattern.compile("\\b\\d{4} \\d{4}\\b");

  private static final Set<Channel> ALL = EnumSet.allOf(Channel.class);
  private static final List<Plan> PLANS =
      List.of(
          Plan.NONE,
          new Plan(ALL, Set.of(), true, false, Voicemail.NEVER, false, false, null),
          new Plan(ALL, Set.of(), false, true, Voicemail.ALLOWED, false, false, null),
          new Plan(ALL, Set.of(), false, false, Voicemail.NOT_ASKED, true, false, null),
          new Plan(ALL, Set.of(), true, true, Voicemail.NEVER, true, true, null));

  @Autowired Victims victims;
  @Autowired Forces forces;
  @Autowired Sites sites;
  @Autowired OneTimeCodes codes;
  @Autowired ObjectProvider<Writer> writers;
  @Autowired MovableClock clock;

  /** A message, and all about it that it must not say. */
  private record Rendered(
      Force force,
      Kind kind,
      @Nullable String wish,
      Plan plan,
      Message message,
      List<String> canaries) {}

  @BeforeEach
  void byDay() {
    clock.advanceToNoon();
  }

  @Test
  void nothingThatLeavesSaysWhomOrWhatItIsAbout() {
    var all = new ArrayList<Rendered>();
    for (var force : forces.all()) {
      for (var wish : new @Nullable String[] {null, "en", "cy"}) {
        for (var channel : Channel.values()) {
          all.addAll(rendered(force, wish, channel));
        }
      }
    }
    var each = Kind.values().length * PLANS.size();
    assertThat(all).hasSize(forces.all().size() * 3 * Channel.values().length * each);
    assertThat(all).allSatisfy(this::assertSaysNothing);
  }

  private void assertSaysNothing(Rendered rendered) {
    var message = rendered.message();
    var parts = message.parts();
    assertThat(parts).hasSize(both(rendered) ? 2 : 1);
    var said = message.subject() + "\n" + String.join("\n", parts);
    var links = ADDRESS.matcher(said).results().map(found -> found.group()).toList();
    assertThat(links)
        .allMatch(it -> it.startsWith(sites.address(rendered.force()) + "/invitation/"));
    assertThat(CODE.matcher(said).find() || rendered.kind() != Kind.CODE).as(said).isTrue();
    var words = CODE.matcher(ADDRESS.matcher(said).replaceAll("")).replaceAll("");
    assertThat(words)
        .as(rendered.kind() + " " + rendered.wish())
        .doesNotContainIgnoringCase(rendered.canaries().toArray(String[]::new))
        .doesNotContainIgnoringCase(
            rendered.force().settings().name().values().toArray(String[]::new))
        .doesNotContain("{", "}");
    if (!rendered.plan().links() || !links(rendered.kind())) {
      assertThat(links).isEmpty();
    }
    if (message.to().channel() == Channel.TEXT) {
      assertThat(message.subject()).isEmpty();
      assertThat(parts).allSatisfy(part -> assertThat(TextSegments.of(part)).as(part).isOne());
    }
  }

  private static boolean links(Kind kind) {
    return kind == Kind.INVITATION || kind == Kind.REMINDER;
  }

  /**
   * Whoever was never asked gets both languages of a force with that duty; a code is asked for in
   * one.
   */
  private static boolean both(Rendered rendered) {
    return rendered.wish() == null
        && rendered.kind() != Kind.CODE
        && rendered.force().settings().welshDuty()
        && rendered.message().to().channel() == Channel.TEXT;
  }

  /** All kinds and plans for somebody with this one contact. */
  private List<Rendered> rendered(Force force, @Nullable String wish, Channel channel) {
    var victim = victims.of(force.slug()).wishing(wish);
    victim = channel == Channel.TEXT ? victim.email(null) : victim.phone(null);
    victim.tell();
    var rendered = new ArrayList<Rendered>();
    var invitation = victim.latest().id();
    for (var kind : List.of(Kind.INVITATION, Kind.REMINDER)) {
      for (var plan : PLANS) {
        rendered.add(rendered(victim, wish, plan, notice(victim, kind, invitation, channel)));
      }
    }
    enter(victim, channel);
    for (var plan : PLANS) {
      var update = notice(victim, Kind.UPDATE, victim.id().value(), channel);
      rendered.add(rendered(victim, wish, plan, update));
      var replaced = notice(victim, Kind.CODE_REPLACED, invitation, channel);
      rendered.add(rendered(victim, wish, plan, replaced));
      rendered.add(rendered(victim, wish, plan, code(victim, wish, channel)));
    }
    return rendered;
  }

  private void enter(Victim victim, Channel channel) {
    var invitation = notice(victim, Kind.INVITATION, victim.latest().id(), channel);
    var link = written(victim, Plan.NONE, invitation).parts().getFirst();
    var token = link.replaceAll("(?s).*/invitation/([\\w-]{43}).*", "$1");
    var visit = victim.follow(token);
    assertThat(visit.enter(visit.proveWithHandedOverCode())).isTrue();
  }

  private Notice code(Victim victim, @Nullable String wish, Channel channel) {
    var to = victim.contact(channel);
    var about = UUID.randomUUID();
    var language = Objects.requireNonNullElse(wish, "en");
    var sent =
        victims.inTransaction(victim.force(), () -> codes.send(about, to, language, Plan.NONE));
    assertThat(sent).isInstanceOf(OneTimeCodes.Sent.OnItsWay.class);
    return victims.postbox.code(notice -> notice.content().containsValue(to.value()));
  }

  private Rendered rendered(Victim victim, @Nullable String wish, Plan plan, Notice notice) {
    var message = written(victim, plan, notice);
    return new Rendered(
        victim.force(), notice.kind(), wish, plan, message, canaries(victim, message));
  }

  private Message written(Victim victim, Plan plan, Notice notice) {
    var writer =
        writers.stream().filter(it -> it.kinds().contains(notice.kind())).findFirst().orElseThrow();
    var written =
        victims.inTransaction(
            victim.force(), () -> writer.write(List.of(new Leased(notice, plan))));
    return Objects.requireNonNull(written.get(notice.id()), notice.kind()::name);
  }

  /**
   * Names, contacts, the offence and what marks it, the reference, and what nobody may guess it by.
   */
  private static List<String> canaries(Victim victim, Message message) {
    var canaries = new ArrayList<>(Arrays.asList(Victim.NAME.split("[ -]")));
    canaries.addAll(
        List.of(
            "canary",
            "burgl",
            "028/01",
            "domestic",
            "abuse",
            "police",
            "heddlu",
            "crime",
            "trosedd",
            "victim",
            "dioddefwr",
            "court",
            "llys",
            "arrest",
            "0101"));
    canaries.add(victim.reference());
    canaries.add(message.to().value());
    return canaries;
  }

  private Notice notice(Victim victim, Kind kind, UUID about, Channel channel) {
    return new Notice(
        UUID.randomUUID(),
        kind,
        about,
        new Recipient(victim.latest().standing().caseId(), victim.id().value()),
        channel,
        clock.instant(),
        clock.instant().plusSeconds(60),
        Map.of());
  }
}
