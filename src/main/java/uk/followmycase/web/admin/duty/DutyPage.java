package uk.followmycase.web.admin.duty;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.followmycase.identity.StaffExclusions.Excluded;
import uk.followmycase.identity.StaffOnDuty.Here;
import uk.followmycase.tenancy.keys.Handle;

/** Who is at the desk, and who is kept out of it. */
record DutyPage(List<Person> people, List<Out> kept) {

  /** Whoever signed in twice stands there once, since one press ends both. */
  static DutyPage of(List<Here> here, List<Excluded> excluded) {
    var people = new LinkedHashMap<String, Person>();
    here.stream().map(Person::of).forEach(one -> people.putIfAbsent(one.handle(), one));
    return new DutyPage(List.copyOf(people.values()), excluded.stream().map(Out::of).toList());
  }

  /** Ends of the keys of the roles' names. */
  static List<String> rolesOf(Here here) {
    return here.roles().stream()
        .sorted()
        .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  /**
   * Somebody who is kept out.
   *
   * @param readable whether the reason can be read
   */
  record Out(
      String handle, String name, @Nullable String collarNumber, Instant since, boolean readable) {

    static Out of(Excluded one) {
      return new Out(
          new Handle(one.who().id().value()).toString(),
          one.who().displayName(),
          one.who().collarNumber(),
          one.since(),
          one.why() != null);
    }
  }

  /**
   * Somebody.
   *
   * @param handle of their account, for the form
   * @param name empty where their provider names none
   * @param roles ends of the keys of their names
   */
  record Person(
      String handle,
      String name,
      @Nullable String collarNumber,
      List<String> roles,
      Instant since) {

    static Person of(Here here) {
      return new Person(
          new Handle(here.who().id().value()).toString(),
          here.who().displayName(),
          here.who().collarNumber(),
          rolesOf(here),
          here.since());
    }
  }
}
