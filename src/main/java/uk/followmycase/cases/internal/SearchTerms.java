package uk.followmycase.cases.internal;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.CaseReference;
import uk.followmycase.cases.Marks;
import uk.followmycase.cases.desk.Search.By;
import uk.followmycase.eligibility.CollisionRegister.Kind;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.ForceKeys;

/** Reads what people type into a search. */
@Component
class SearchTerms {

  private final Marks marks;
  private final ForceKeys keys;
  private final Forces forces;

  SearchTerms(Marks marks, ForceKeys keys, Forces forces) {
    this.marks = marks;
    this.keys = keys;
    this.forces = forces;
  }

  /** Null for what can be no such thing. */
  @Nullable SearchTerm read(By by, String written) {
    var digest =
        switch (by) {
          case REFERENCE -> reference(written);
          case PHONE -> marks.contact(Kind.PHONE, written);
          case EMAIL -> marks.contact(Kind.EMAIL, written);
          case NAME -> marks.name(written);
        };
    return digest == null ? null : new SearchTerm(by, digest);
  }

  private byte @Nullable [] reference(String written) {
    return CaseReference.read(written, forces.current().settings().references())
        .map(read -> Told.digest(read.normalised(), keys).bytes())
        .orElse(null);
  }

  /** As the trail keeps it: what was looked for again is seen to be the same, and nothing else. */
  byte[] traced(SearchTerm term) {
    return keys.blind(
        "search at a desk", term.by() + " " + HexFormat.of().formatHex(term.digest()));
  }
}
