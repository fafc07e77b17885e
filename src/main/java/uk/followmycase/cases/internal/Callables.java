package uk.followmycase.cases.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.desk.Openings.Callable;
import uk.followmycase.eligibility.CollisionRegister.Kind;
import uk.followmycase.tenancy.keys.ForceKeys;

/**
 * Who of a case may call. A name in full, or a whole number, would help somebody who reads them out
 * to a stranger; the end of a number is enough to find it in the records system.
 */
@Component
class Callables {

  private static final int END = 3;

  private final DeskPeople people;
  private final ForceKeys keys;

  Callables(DeskPeople people, ForceKeys keys) {
    this.people = people;
    this.keys = keys;
  }

  List<Callable> of(Ties ties) {
    return on(ties).stream()
        .map(
            one ->
                new Callable(
                    one.handle(), one.role(), initials(one.words().name()), numbers(one.words())))
        .toList();
  }

  List<DeskPeople.Person> on(Ties ties) {
    return people.on(Map.of(ties.caseId(), keys.dataKey(ties.caseId(), ties.wrapped())));
  }

  private static String initials(@Nullable String name) {
    return name == null
        ? ""
        : Stream.of(name.strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .map(word -> new String(Character.toChars(word.codePointAt(0))))
            .map(letter -> letter.toUpperCase(Locale.ROOT) + ".")
            .collect(Collectors.joining(" "));
  }

  private static List<String> numbers(Words.Person words) {
    return words.points().stream()
        .filter(point -> point.kind() == Kind.PHONE && point.safe() && !point.shared())
        .map(point -> point.written().replaceAll("\\D", ""))
        .filter(digits -> digits.length() > END)
        .map(digits -> digits.substring(digits.length() - END))
        .distinct()
        .toList();
  }
}
