package uk.followmycase.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.Plan;
import uk.followmycase.eligibility.CollisionRegister;
import uk.followmycase.eligibility.PersonFacts;

/** What a records system says about one case of its force. */
public sealed interface Report {

  /** Which case. */
  CaseReference reference();

  /**
   * The whole state of a case. Its updates are added to the timeline; those that it leaves out
   * stay.
   *
   * @param version grows with each change; an older one never overwrites a newer
   * @param digest keyed digest of everything said, by which the same is known again
   * @param people everybody on the case; who is left out is taken off it
   * @param others marks of suspects and other parties: all that is ever held of them
   */
  record WholeCase(
      CaseReference reference,
      long version,
      byte[] digest,
      CaseState state,
      List<Person> people,
      List<CollisionRegister.Mark> others,
      List<Update> updates)
      implements Report {}

  /** One more update, perhaps before its case. */
  record AddedUpdate(CaseReference reference, Update update) implements Report {}

  /** Takes an update back for good, perhaps before it comes. */
  record WithdrawnUpdate(CaseReference reference, String updateId) implements Report {}

  /**
   * Somebody on the case who is no suspect.
   *
   * @param id the records system's own
   * @param wish {@code en}, {@code cy}, or null when never asked
   * @param mark keyed digest of the id, for comparing with other parties
   * @param digest keyed digest of everything said about the person
   * @param plan how the person may safely be reached, besides what each contact says
   */
  record Person(
      String id,
      PersonFacts.Role role,
      @Nullable String name,
      @Nullable LocalDate born,
      @Nullable String wish,
      boolean enhancedRights,
      List<Point> points,
      byte[] mark,
      byte[] digest,
      Plan plan) {

    /** Of whom nothing more is known than their contacts say. */
    public Person(
        String id,
        PersonFacts.Role role,
        @Nullable String name,
        @Nullable LocalDate born,
        @Nullable String wish,
        boolean enhancedRights,
        List<Point> points,
        byte[] mark,
        byte[] digest) {
      this(id, role, name, born, wish, enhancedRights, points, mark, digest, Plan.NONE);
    }
  }

  /**
   * A way to reach somebody.
   *
   * @param written as the records system has it
   * @param contact what a notice can be sent to; null for an address, a landline, or what cannot be
   *     read
   * @param digest for comparing with others; null when it cannot be compared
   * @param shared whether others can read it
   */
  record Point(
      CollisionRegister.Kind kind,
      String written,
      @Nullable Contact contact,
      byte @Nullable [] digest,
      boolean safe,
      boolean shared) {}

  /**
   * An update of the timeline. It never changes; either text or reason stands.
   *
   * @param id the records system's own, once in a case
   * @param reason key in the force's reason bank
   * @param digest keyed digest of everything said
   */
  record Update(
      String id,
      Instant at,
      UpdateKind kind,
      @Nullable String text,
      @Nullable String reason,
      byte[] digest) {}

  /** What an update is about; the heading is {@code timeline.kind.<kind>} in lower case. */
  enum UpdateKind {
    RECORDED,
    ASSIGNED,
    ENQUIRY,
    EVIDENCE,
    SUSPECT,
    BAIL,
    DECISION,
    COURT,
    OUTCOME,
    PROPERTY,
    SUPPORT,
    /** Puts right what was told before. */
    CORRECTION,
    GENERAL
  }
}
