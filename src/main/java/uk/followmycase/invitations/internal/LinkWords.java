package uk.followmycase.invitations.internal;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Message;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;
import uk.followmycase.tenancy.Wording;

/** The words around a link: neutral, and in both languages where the law asks for them. */
@Component
class LinkWords {

  static final String PATH = "/invitation/";
  private static final String NEXT_LANGUAGE = "\n\n* * *\n\n";

  private final Forces forces;
  private final Sites sites;
  private final Wording wording;

  LinkWords(Forces forces, Sites sites, Wording wording) {
    this.forces = forces;
    this.sites = sites;
    this.wording = wording;
  }

  /**
   * Words for one person.
   *
   * @param life of the link or code; told in whole days, rounded up
   */
  Message message(Kind kind, Contact to, @Nullable String wish, DoorKey key, Duration life) {
    var force = forces.current();
    var days = life.plusDays(1).minusNanos(1).toDays();
    var values = Map.of(place(key), shown(force, key), "days", days);
    var area = "notice." + kind.name().toLowerCase(Locale.ROOT) + (key.typed() ? ".typed" : "");
    return message(area, to, languages(force, wish), values);
  }

  /** Words without a link. */
  Message plain(String area, Contact to, @Nullable String wish) {
    return message(area, to, languages(forces.current(), wish), Map.of());
  }

  private Message message(String area, Contact to, List<Locale> languages, Map<String, ?> values) {
    if (to.channel() == Channel.TEXT) {
      return new Message(to, "", words(languages, area + ".text", values).toList());
    }
    return new Message(
        to,
        words(languages, area + ".subject", values).collect(joining(" / ")),
        List.of(words(languages, area + ".email", values).collect(joining(NEXT_LANGUAGE))));
  }

  private static String place(DoorKey key) {
    return key.typed() ? "code" : "link";
  }

  private String shown(Force force, DoorKey key) {
    return key.typed() ? key.secret() : sites.address(force) + PATH + key.secret();
  }

  /** Nobody who was never asked gets English alone from a force with Welsh duties. */
  private static List<Locale> languages(Force force, @Nullable String wish) {
    if (wish != null) {
      return List.of(Locale.of(wish));
    }
    return force.settings().welshDuty()
        ? List.of(Wording.WELSH, Locale.ENGLISH)
        : List.of(Locale.ENGLISH);
  }

  private Stream<String> words(List<Locale> languages, String key, Map<String, ?> values) {
    return languages.stream().map(language -> wording.text(language, key, values));
  }
}
