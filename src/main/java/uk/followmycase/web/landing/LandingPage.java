package uk.followmycase.web.landing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.Sites;

/** The forces, and in the demonstration how to try it. */
record LandingPage(List<Portal> portals, boolean demo) {

  static LandingPage of(Collection<Force> forces, Sites sites, boolean demo) {
    return new LandingPage(
        forces.stream()
            .map(
                force ->
                    new Portal(
                        force.settings().name(),
                        sites.address(force),
                        sites.deskAddress(force),
                        force.settings().open()))
            .toList(),
        demo);
  }

  /** Where a force's portal and desk stand. */
  record Portal(Map<String, String> name, String address, String desk, boolean open) {}
}
