package uk.followmycase.cases.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.ContactPoints;
import uk.followmycase.delivery.ContactPoints.SafeContacts;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.eligibility.CollisionRegister;
import uk.followmycase.eligibility.CollisionRegister.Kind;
import uk.followmycase.tenancy.keys.DataKey;

/**
 * On which numbers somebody may be called back now: only those that a notice would use, in hours
 * when one could arrive, and none at all of whoever shares anything with another party. A name in
 * full, or a whole number, would help somebody who reads them out to a stranger; the end of a
 * number is enough to find it in the records system.
 */
@Component
class SafeNumbers {

  private static final int END = 3;

  private final ContactPoints points;
  private final SafeContactPlans plans;
  private final CollisionRegister register;
  private final Clock clock;

  SafeNumbers(
      ContactPoints points, SafeContactPlans plans, CollisionRegister register, Clock clock) {
    this.points = points;
    this.plans = plans;
    this.register = register;
    this.clock = clock;
  }

  /**
   * How somebody may be called.
   *
   * @param ends of the numbers
   * @param voicemail whether a message may be left there
   */
  record Safe(List<String> ends, boolean voicemail) {}

  /** Of these people of one case, in their order. */
  Map<DeskPeople.Person, Safe> of(List<DeskPeople.Person> people, DataKey key) {
    var found = new LinkedHashMap<DeskPeople.Person, Safe>();
    if (!people.isEmpty()) {
      var ids = people.stream().map(DeskPeople.Person::id).toList();
      var said = plans.of(ids);
      var used = points.safe(ids.stream().collect(Collectors.toMap(id -> id, id -> key)));
      var clashing = clashing(people);
      for (var one : people) {
        var plan = said.getOrDefault(one.id(), Plan.NONE);
        var never = clashing.contains(one.id()) || !now(plan);
        var ends = never ? List.<String>of() : ends(one.words(), used.get(one.id()));
        found.put(one, new Safe(ends, plan.voicemail() == Plan.Voicemail.ALLOWED));
      }
    }
    return found;
  }

  /** Also those whose clash somebody has found to be harmless: it is the other's number still. */
  private Set<UUID> clashing(List<DeskPeople.Person> people) {
    var marked = new ArrayList<UUID>();
    marked.add(people.getFirst().caseId());
    people.stream().filter(one -> one.as() != null).forEach(one -> marked.add(one.id()));
    return register.clashes(marked).keySet();
  }

  /** Whoever looks at a shared telephone may answer it, too. */
  private boolean now(Plan plan) {
    var now = clock.instant();
    return !plan.paused()
        && !plan.sharedDevice()
        && plan.times().stream().allMatch(hours -> hours.at(now));
  }

  private static List<String> ends(Words.Person words, @Nullable SafeContacts used) {
    var values =
        used == null
            ? Set.of()
            : used.contacts().stream()
                .filter(contact -> contact.channel() == Channel.TEXT)
                .map(Contact::value)
                .collect(Collectors.toSet());
    return words.points().stream()
        .filter(point -> point.kind() == Kind.PHONE && point.safe() && !point.shared())
        .flatMap(point -> Contact.phone(point.written()).stream())
        .map(Contact::value)
        .filter(values::contains)
        .map(number -> number.substring(number.length() - END))
        .distinct()
        .toList();
  }

  static String initials(@Nullable String name) {
    return name == null
        ? ""
        : Stream.of(name.strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .map(word -> new String(Character.toChars(word.codePointAt(0))))
            .map(letter -> letter.toUpperCase(Locale.ROOT) + ".")
            .collect(Collectors.joining(" "));
  }
}
