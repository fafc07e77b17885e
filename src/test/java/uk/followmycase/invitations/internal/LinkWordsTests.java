package uk.followmycase.invitations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Message;
import uk.followmycase.delivery.TextSegments;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;

/** What leaves, of every force, kind, channel and language. */
@InvitationTest
class LinkWordsTests {

  private static final Pattern ADDRESS = Pattern.compile("\\S*(://|www\\.)\\S*");
  private static final Contact PHONE = new Contact(Channel.TEXT, "+447700900123");
  private static final Contact EMAIL = new Contact(Channel.EMAIL, "canary@example.org");

  @Autowired LinkWords words;
  @Autowired DoorKeys keys;
  @Autowired Forces forces;
  @Autowired Sites sites;

  /** One message and where it came from. */
  private record Sent(Force force, DoorKey key, Message message) {}

  @Test
  void everyMessageIsNeutralAndLeadsToItsOwnForceAlone() {
    assertThat(everything()).hasSize(forces.all().size() * 24).allSatisfy(this::assertNeutral);
  }

  private void assertNeutral(Sent sent) {
    var typed = sent.key().typed();
    var secret = sent.key().secret();
    var shown = typed ? secret : sites.address(sent.force()) + "/invitation/" + secret;
    var place = typed ? "{code}" : "{link}";
    var neutral = new NeutralWords("", sent.force().settings().name().values());
    for (var part : sent.message().parts()) {
      var addresses = ADDRESS.matcher(part).results().map(found -> found.group()).toList();
      assertThat(Set.copyOf(addresses)).isEqualTo(typed ? Set.of() : Set.of(shown));
      var said = part.replace(shown, place);
      assertThat(neutral.faults(typed ? "rendered.typed.email" : "rendered.email", said)).isEmpty();
      assertThat(said.replace(place, "")).doesNotContain("{", "}", PHONE.value(), EMAIL.value());
    }
    assertThat(neutral.faults("rendered.subject", sent.message().subject())).isEmpty();
    assertThat(sent.message().subject()).doesNotContain("\n");
  }

  @Test
  void everyTextIsOneSegment() {
    assertThat(everything().filter(sent -> sent.message().to().channel() == Channel.TEXT))
        .isNotEmpty()
        .allSatisfy(
            sent ->
                assertThat(sent.message().parts())
                    .allSatisfy(part -> assertThat(TextSegments.of(part)).as(part).isOne()));
  }

  @Test
  void whoWasNeverAskedGetsBothLanguagesWhereTheLawAsksForIt() {
    var both = message(welsh(), Kind.INVITATION, PHONE, null);
    assertThat(both.parts()).hasSize(2);
    assertThat(both.parts().getFirst()).startsWith("Eich gwahoddiad");
    assertThat(both.parts().getLast()).startsWith("Your invitation");
    var mail = message(welsh(), Kind.INVITATION, EMAIL, null);
    assertThat(mail.subject()).startsWith("Eich gwahoddiad").contains(" / Your invitation");
    assertThat(mail.parts()).singleElement().asString().startsWith("Helo").contains("Hello");
    assertThat(message(english(), Kind.INVITATION, EMAIL, null).parts())
        .singleElement()
        .asString()
        .startsWith("Hello");
  }

  @Test
  void aWishIsObeyedByEveryForce() {
    for (var force : forces.all()) {
      assertThat(message(force, Kind.INVITATION, EMAIL, "cy").parts().getFirst())
          .startsWith("Helo")
          .doesNotContain("Hello");
      assertThat(message(force, Kind.REMINDER, PHONE, "en").parts())
          .singleElement()
          .asString()
          .startsWith("A new link");
    }
  }

  @Test
  void daysAreCountedAsPeopleDo() {
    assertThat(days(Duration.ofDays(14), "en")).contains("works for 14 days");
    assertThat(days(Duration.ofHours(23), "en")).contains("works for 1 day,");
    assertThat(days(Duration.ofDays(2), "cy")).contains("am 2 ddiwrnod");
    assertThat(days(Duration.ofDays(14), "cy")).contains("am 14 diwrnod");
  }

  private String days(Duration life, String language) {
    return ForceBinding.call(
        welsh().id(),
        () ->
            words.message(Kind.INVITATION, EMAIL, language, keys.link(), life).parts().getFirst());
  }

  private Stream<Sent> everything() {
    var all = new ArrayList<Sent>();
    for (var force : forces.all()) {
      for (var kind : List.of(Kind.INVITATION, Kind.REMINDER)) {
        for (var to : List.of(PHONE, EMAIL)) {
          for (var wish : new @Nullable String[] {null, "en", "cy"}) {
            all.add(sent(force, kind, to, wish, false));
            all.add(sent(force, kind, to, wish, true));
          }
        }
      }
    }
    return all.stream();
  }

  private Message message(Force force, Kind kind, Contact to, @Nullable String wish) {
    return sent(force, kind, to, wish, false).message();
  }

  private Sent sent(Force force, Kind kind, Contact to, @Nullable String wish, boolean typed) {
    return ForceBinding.call(
        force.id(),
        () -> {
          var key = typed ? keys.typed() : keys.link();
          var message = words.message(kind, to, wish, key, Duration.ofDays(14));
          return new Sent(force, key, message);
        });
  }

  private Force welsh() {
    return forces.all().stream().filter(f -> f.settings().welshDuty()).findFirst().orElseThrow();
  }

  private Force english() {
    return forces.all().stream().filter(f -> !f.settings().welshDuty()).findFirst().orElseThrow();
  }
}
