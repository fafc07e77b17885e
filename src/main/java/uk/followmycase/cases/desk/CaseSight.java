package uk.followmycase.cases.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.CasePages.Page;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.desk.Representatives.Kind;
import uk.followmycase.cases.desk.Representatives.Sees;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.eligibility.PersonFacts.Role;
import uk.followmycase.tenancy.keys.Handle;

/**
 * A case as somebody at a desk may see it.
 *
 * @param page what its victims see
 * @param bond by which it is seen
 * @param until when that ends by itself; null where it does not
 * @param acts everything that they may do to it
 * @param people those on it, without suspects, of whom nothing is held
 * @param tasks about it and people on it, with what colleagues did and why; those that wait come
 *     first
 * @param history what happened to people's access, newest first; empty where it may not be seen
 * @param readers who looked lately, newest first; empty where it may not be seen
 */
public record CaseSight(
    Page page,
    Bond bond,
    @Nullable Instant until,
    Set<Act> acts,
    List<OnCase> people,
    List<TaskDesk.Shown> tasks,
    List<Event> history,
    List<Reader> readers) {

  /** Whether they may do this to the case. */
  public boolean may(Act act) {
    return acts.contains(act);
  }

  /** What waits about somebody, and what was done. */
  public List<TaskDesk.Shown> tasks(OnCase person) {
    return tasks.stream().filter(task -> person.handle().equals(task.person())).toList();
  }

  /**
   * Somebody on the case.
   *
   * @param handle in addresses and forms
   * @param name null where the records system gives none
   * @param verdict null for those who may see no more than who is in
   * @param access null while nobody has a grant as this person
   * @param changedAt when access came to be so
   * @param shut why a hand shut it or ended it; null where none did, and for those who may see no
   *     more than who is in
   * @param as for whom and how they stand there; null for everybody but representatives
   */
  public record OnCase(
      Handle handle,
      Role role,
      @Nullable String name,
      Standing standing,
      @Nullable Verdict verdict,
      @Nullable AccessState access,
      @Nullable Instant changedAt,
      @Nullable Details details,
      @Nullable Shut shut,
      @Nullable Representation as) {

    /** Of how access stands, for forms about it. */
    public String mark() {
      return mark(changedAt);
    }

    /** The same, of when it came to be so. */
    public static String mark(@Nullable Instant changedAt) {
      return changedAt == null ? "" : changedAt.toString();
    }

    /** Whether the person waits for somebody to decide. */
    public boolean held() {
      return standing == Standing.NEEDS_PERSON;
    }
  }

  /**
   * Who shut access, and why.
   *
   * @param by as colleagues know them
   */
  public record Shut(String by, Instant at, String reason) {

    @Override
    public String toString() {
      return "Shut at " + at;
    }
  }

  /**
   * That somebody stands on a case for another.
   *
   * @param of whom they represent
   * @param until the last day
   */
  public record Representation(Handle of, Kind kind, Sees sees, LocalDate until) {}

  /**
   * What the rules said.
   *
   * @param revision of the force's files under which they said it
   */
  public record Verdict(List<Reason> reasons, int revision) {}

  /**
   * Why.
   *
   * @param rule its id in the force's rules
   * @param key end of the key of its words
   */
  public record Reason(String rule, String key) {}

  /** What only those who work on the case see of a person. */
  public record Details(
      @Nullable LocalDate born, @Nullable String wish, boolean enhanced, List<Contact> contacts) {}

  /**
   * A contact as the records system has it.
   *
   * @param kind {@code phone}, {@code email} or {@code address}
   */
  public record Contact(String kind, String written, boolean safe, boolean shared) {}

  /**
   * Something that happened to somebody's access.
   *
   * @param person name; null where none is known any more
   */
  public record Event(Instant at, AuditAction what, @Nullable String person) {}

  /**
   * Who looked at the case last, and by what bond.
   *
   * @param bond by which they last saw it; {@link Bond#NONE} for somebody who saw no more than that
   *     there is a case or who may call about it, or was refused
   */
  public record Reader(Instant at, String name, @Nullable String collarNumber, Bond bond) {}
}
