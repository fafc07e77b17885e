package uk.followmycase.cases.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** What ties somebody to each of these cases. */
  Map<UUID, Ties> ties(StaffMember who, Collection<UUID> cases) {
    return cases.isEmpty()
        ? Map.of()
        : ties.find(who, cases).stream()
            .collect(Collectors.toUnmodifiableMap(Ties::caseId, found -> found));
  }

  /** Whether somebody with this collar number works on a case, as its officer or for that one. */
  boolean worksOn(String collarNumber, UUID caseId) {
    return ties.worksOn(collarNumber, caseId);
  }
}
