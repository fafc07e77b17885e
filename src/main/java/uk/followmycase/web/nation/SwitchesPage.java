package uk.followmycase.web.nation;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.Switch;
import uk.followmycase.tenancy.Switches.Off;
import uk.followmycase.tenancy.Switches.Scope;

/** Where all switches stand, for all forces together and for each. */
record SwitchesPage(List<Position> everywhere, List<OfForce> forces) {

  static SwitchesPage of(
      Set<Switch> everywhere, List<Force> forces, Function<Force, Set<Off>> off) {
    return new SwitchesPage(
        positions(everywhere, Set.of()),
        forces.stream().map(force -> OfForce.of(force, off.apply(force))).toList());
  }

  /**
   * Where a switch stands.
   *
   * @param nation whether the nation stopped it here
   * @param own whether the force did, which the nation leaves alone
   */
  record Position(Switch what, boolean nation, boolean own) {}

  /** A force's switches. */
  record OfForce(Map<String, String> name, String slug, List<Position> switches) {

    static OfForce of(Force force, Set<Off> off) {
      return new OfForce(
          force.settings().name(),
          force.slug(),
          positions(of(off, Scope.FORCE_BY_NATION), of(off, Scope.FORCE)));
    }

    private static Set<Switch> of(Set<Off> off, Scope scope) {
      return off.stream()
          .filter(one -> one.scope() == scope)
          .map(Off::what)
          .collect(toUnmodifiableSet());
    }
  }

  private static List<Position> positions(Set<Switch> nation, Set<Switch> own) {
    return Arrays.stream(Switch.values())
        .map(one -> new Position(one, nation.contains(one), own.contains(one)))
        .toList();
  }
}
