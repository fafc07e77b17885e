package uk.followmycase.web.officer.representative;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.followmycase.cases.desk.Representatives.Kind;
import uk.followmycase.cases.desk.Representatives.Sees;
import uk.followmycase.cases.desk.Representatives.Somebody;
import uk.followmycase.delivery.Contact;

/** What somebody typed of a representative. */
record RepresentativeForm(Map<String, String> fields) {

  static final RepresentativeForm EMPTY =
      new RepresentativeForm(Map.of("sees", Sees.PROGRESS.key(), "months", "3"));

  private static final int LONGEST_NAME = 100;
  private static final Set<String> MONTHS = Set.of("1", "3", "6", "12");
  private static final Set<String> LANGUAGES = Set.of("en", "cy");

  RepresentativeForm {
    fields = Map.copyOf(fields);
  }

  /** A field without the space around it. */
  String typed(String field) {
    return fields.getOrDefault(field, "").strip();
  }

  boolean chose(String field, String value) {
    return typed(field).equals(value);
  }

  Map<String, String> faults() {
    var faults = new LinkedHashMap<String, String>();
    var name = typed("name");
    check(!name.isEmpty() && name.length() <= LONGEST_NAME, "name", "name", faults);
    check(kind().isPresent(), "kind", "kind", faults);
    check(typed("phone").isEmpty() || phone().isPresent(), "phone", "phone", faults);
    check(typed("email").isEmpty() || email().isPresent(), "email", "email", faults);
    check(!typed("phone").isEmpty() || !typed("email").isEmpty(), "phone", "contact", faults);
    check(sees().isPresent(), "sees", "sees", faults);
    check(MONTHS.contains(typed("months")), "months", "months", faults);
    check(fields.containsKey("agreed"), "agreed", "agreed", faults);
    return faults;
  }

  /** What was typed, if nothing is at fault. */
  Somebody somebody(LocalDate today) {
    return new Somebody(
        typed("name"),
        kind().orElseThrow(),
        Stream.of(phone(), email()).flatMap(Optional::stream).toList(),
        LANGUAGES.contains(typed("language")) ? typed("language") : null,
        sees().orElseThrow(),
        today.plusMonths(Integer.parseInt(typed("months"))));
  }

  List<String> months() {
    return MONTHS.stream()
        .sorted((one, other) -> Integer.compare(Integer.parseInt(one), Integer.parseInt(other)))
        .toList();
  }

  private Optional<Contact> phone() {
    return Contact.phone(typed("phone"));
  }

  private Optional<Contact> email() {
    return Contact.email(typed("email"));
  }

  private Optional<Kind> kind() {
    return Stream.of(Kind.values()).filter(one -> chose("kind", one.key())).findFirst();
  }

  private Optional<Sees> sees() {
    return Stream.of(Sees.values()).filter(one -> chose("sees", one.key())).findFirst();
  }

  private static void check(boolean right, String field, String fault, Map<String, String> faults) {
    if (!right) {
      faults.putIfAbsent(field, "representative.fault." + fault);
    }
  }

  @Override
  public String toString() {
    return "representative form";
  }
}
