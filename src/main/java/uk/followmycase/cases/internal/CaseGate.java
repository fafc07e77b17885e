package uk.followmycase.cases.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Bond;
import uk.followmycase.identity.StaffMember;

/** The last word where a case is known by what is about it and not by its address. */
@Component
class CaseGate {

  private final TieRows ties;
  private final Rights rights;

  CaseGate(TieRows ties, Rights rights) {
    this.ties = ties;
    this.rights = rights;
  }

  /** The bond under which somebody may do this; a refusal leaves its trace. */
  Optional<Bond> bond(StaffMember who, Act act, UUID caseId) {
    return ties.find(who, List.of(caseId)).stream()
        .findFirst()
        .flatMap(found -> rights.decide(who, found, act));
  }

  /** Those of these cases that a conflict keeps from somebody. */
  Set<UUID> conflicts(StaffMember who, Collection<UUID> cases) {
    return cases.isEmpty()
        ? Set.of()
        : ties.find(who, cases).stream()
            .filter(Ties::conflict)
            .map(Ties::caseId)
            .collect(Collectors.toUnmodifiableSet());
  }
}
