package uk.followmycase.web.admin.duty;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.followmycase.audit.Colleague;
import uk.followmycase.identity.StaffExclusions.Excluded;
import uk.followmycase.identity.StaffExclusions.Outcome;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.identity.StaffNames.Known;
import uk.followmycase.identity.StaffOnDuty.Here;
import uk.followmycase.tenancy.keys.Handle;

/**
 * One of the force's staff.
 *
 * @param handle of their account
 * @param name empty where their provider names none
 * @param roles ends of the keys of their names; none while they are out
 * @param since when they signed in; null while they are out
 * @param seenAt when they last came
 * @param kept null while they may come in
 * @param self whether it is the reader, by whatever account
 * @param accounts how many are known with the same collar number
 */
record PersonPage(
    String handle,
    String name,
    @Nullable String collarNumber,
    List<String> roles,
    @Nullable Instant since,
    Instant seenAt,
    @Nullable Kept kept,
    boolean self,
    int accounts) {

  /**
   * That they are kept out.
   *
   * @param by name of whoever does; may be empty
   * @param why null where it cannot be read
   * @param yours whether that is the reader, who leaves it to a colleague to let them in
   */
  record Kept(Instant since, String by, @Nullable String why, boolean yours) {

    static Kept of(Excluded one, StaffMember reader) {
      return new Kept(
          one.since(), one.by() == null ? "" : one.by().displayName(), one.why(), one.isBy(reader));
    }
  }

  static PersonPage of(
      Known who,
      int accounts,
      @Nullable Here here,
      @Nullable Excluded excluded,
      StaffMember reader) {
    return new PersonPage(
        new Handle(who.id().value()).toString(),
        who.displayName(),
        who.collarNumber(),
        here == null ? List.of() : DutyPage.rolesOf(here),
        here == null ? null : here.since(),
        who.seenAt(),
        excluded == null ? null : Kept.of(excluded, reader),
        new Colleague(who.id().value().toString(), who.collarNumber()).isAlso(reader.colleague()),
        accounts);
  }

  /** End of the key of what became of something. */
  static String code(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
