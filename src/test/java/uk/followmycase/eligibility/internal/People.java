package uk.followmycase.eligibility.internal;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.followmycase.eligibility.CaseFacts;
import uk.followmycase.eligibility.Flag;
import uk.followmycase.eligibility.PersonFacts;
import uk.followmycase.eligibility.PersonFacts.Clash;
import uk.followmycase.eligibility.PersonFacts.Role;

/** Somebody on a case, told in the words of a test: {@code victim().of("028/01").clashing()}. */
record People(CaseFacts facts, PersonFacts person) {

  static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  private static final OffenceTable OFFENCES = new OffenceTable();

  static People victim() {
    return new People(
        new CaseFacts("43260001", "028/01", Set.of(), TODAY, TODAY, "A1", false),
        new PersonFacts("P1", Role.VICTIM, LocalDate.of(1980, 5, 4), true, true, false, Set.of()));
  }

  Subject subject() {
    var offence = facts.offence() == null ? null : OFFENCES.of(facts.offence()).orElse(null);
    return new Subject(facts, person, offence, TODAY);
  }

  People of(@Nullable String offence) {
    return with(facts.reference(), offence, facts.flags(), facts.closed());
  }

  People on(String reference) {
    return with(reference, facts.offence(), facts.flags(), facts.closed());
  }

  People flagged(Flag... flags) {
    var set = EnumSet.noneOf(Flag.class);
    set.addAll(java.util.List.of(flags));
    return with(facts.reference(), facts.offence(), set, facts.closed());
  }

  People closed() {
    return with(facts.reference(), facts.offence(), facts.flags(), true);
  }

  People reported(@Nullable LocalDate day) {
    return new People(
        new CaseFacts(
            facts.reference(),
            facts.offence(),
            facts.flags(),
            day,
            day,
            facts.area(),
            facts.closed()),
        person);
  }

  People in(@Nullable String area) {
    return new People(
        new CaseFacts(
            facts.reference(),
            facts.offence(),
            facts.flags(),
            facts.occurredOn(),
            facts.reportedOn(),
            area,
            facts.closed()),
        person);
  }

  People as(Role role) {
    return with(
        person.sourceId(), role, person.born(), person.text(), person.email(), person.clashes());
  }

  People born(@Nullable LocalDate day) {
    return with(
        person.sourceId(), person.role(), day, person.text(), person.email(), person.clashes());
  }

  People reachedBy(boolean text, boolean email) {
    return with(person.sourceId(), person.role(), person.born(), text, email, person.clashes());
  }

  People clashing(Clash... clashes) {
    return with(
        person.sourceId(),
        person.role(),
        person.born(),
        person.text(),
        person.email(),
        Set.of(clashes));
  }

  People called(String sourceId) {
    return with(
        sourceId, person.role(), person.born(), person.text(), person.email(), person.clashes());
  }

  People sharing() {
    return new People(
        facts,
        new PersonFacts(
            person.sourceId(),
            person.role(),
            person.born(),
            person.text(),
            person.email(),
            true,
            person.clashes()));
  }

  private People with(
      String source,
      Role role,
      @Nullable LocalDate born,
      boolean text,
      boolean email,
      Set<Clash> clashes) {
    return new People(
        facts, new PersonFacts(source, role, born, text, email, person.shared(), clashes));
  }

  private People with(String reference, @Nullable String offence, Set<Flag> flags, boolean closed) {
    return new People(
        new CaseFacts(
            reference,
            offence,
            flags,
            facts.occurredOn(),
            facts.reportedOn(),
            facts.area(),
            closed),
        person);
  }
}
