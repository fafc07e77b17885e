package uk.followmycase.web.nation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Switch;
import uk.followmycase.tenancy.Switches.Scope;
import uk.followmycase.tenancy.Switches.Stop;

/** Where all switches stand, for all forces together and for each. */
record SwitchesPage(List<Position> everywhere, List<OfForce> forces) {

  static SwitchesPage of(
      List<Stop> everywhere, List<Force> forces, Map<ForceId, List<Stop>> stops) {
    return new SwitchesPage(
        positions(everywhere, Scope.EVERYWHERE),
        forces.stream()
            .map(force -> OfForce.of(force, stops.getOrDefault(force.id(), List.of())))
            .toList());
  }

  /**
   * Where a switch stands.
   *
   * @param nation the nation's stop here; null where there is none
   * @param own whether the force did, which the nation leaves alone
   */
  record Position(Switch what, @Nullable Stop nation, boolean own) {}

  /** A force's switches. */
  record OfForce(Map<String, String> name, String slug, List<Position> switches) {

    static OfForce of(Force force, List<Stop> stops) {
      return new OfForce(
          force.settings().name(), force.slug(), positions(stops, Scope.FORCE_BY_NATION));
    }
  }

  private static List<Position> positions(List<Stop> stops, Scope nation) {
    return Arrays.stream(Switch.values())
        .map(one -> new Position(one, of(one, nation, stops), of(one, Scope.FORCE, stops) != null))
        .toList();
  }

  private static @Nullable Stop of(Switch what, Scope scope, List<Stop> stops) {
    return stops.stream()
        .filter(stop -> stop.what() == what && stop.scope() == scope)
        .findFirst()
        .orElse(null);
  }
}
