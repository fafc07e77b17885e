package uk.followmycase.eligibility.internal;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.followmycase.eligibility.CaseFacts;
import uk.followmycase.eligibility.OffenceClasses.OffenceClass;
import uk.followmycase.eligibility.PersonFacts;

/** Who is judged, on which case and day. */
record Subject(
    CaseFacts facts, PersonFacts person, @Nullable OffenceClass offence, LocalDate today) {

  Optional<Integer> age() {
    return Optional.ofNullable(person.born()).map(born -> Period.between(born, today).getYears());
  }
}
