package uk.followmycase.delivery.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.delivery.OtherCases;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.internal.PlanRows.Known;

/** What holds for somebody, with all that is said on their other cases: the safer wins. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WholePlans {

  private final PlanRows rows;

  /** Asked late, since whoever knows depends on this module. */
  private final ObjectProvider<OtherCases> others;

  WholePlans(PlanRows rows, ObjectProvider<OtherCases> others) {
    this.rows = rows;
    this.others = others;
  }

  Map<UUID, Plan> of(Collection<UUID> people) {
    var others = others(people);
    var known = rows.find(with(people, others));
    return people.stream()
        .distinct()
        .collect(Collectors.toMap(Function.identity(), it -> whole(it, others, known)));
  }

  /** Contacts belong to a case, and what became of them; what was said belongs to a human being. */
  private static Plan whole(UUID person, Map<UUID, Set<UUID>> others, Map<UUID, Known> known) {
    return others.getOrDefault(person, Set.of()).stream()
        .map(other -> known.getOrDefault(other, Known.NOTHING))
        .flatMap(other -> other.said().values().stream())
        .reduce(known.getOrDefault(person, Known.NOTHING).plan(), Plan::and);
  }

  /** These, and as whom else they are on cases. */
  Set<UUID> everywhere(Collection<UUID> people) {
    return with(people, others(people));
  }

  private Map<UUID, Set<UUID>> others(Collection<UUID> people) {
    var known = others.getIfAvailable();
    return known == null || people.isEmpty() ? Map.of() : known.of(people);
  }

  private static Set<UUID> with(Collection<UUID> people, Map<UUID, Set<UUID>> others) {
    var all = new HashSet<>(people);
    others.values().forEach(all::addAll);
    return all;
  }
}
