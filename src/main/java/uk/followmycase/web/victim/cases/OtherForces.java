package uk.followmycase.web.victim.cases;

import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.Grants;
import uk.followmycase.identity.AccountId;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;
import uk.followmycase.web.victim.cases.YourCasesPage.Portal;

/**
 * Where else an account has cases. The question belongs to no force, so it is asked on a thread of
 * its own, where none is bound. Only the person gets the answer.
 */
@Component
class OtherForces {

  private final Grants grants;
  private final Forces forces;
  private final Sites sites;

  OtherForces(Grants grants, Forces forces, Sites sites) {
    this.grants = grants;
    this.forces = forces;
    this.sites = sites;
  }

  List<Portal> of(AccountId account) {
    var granted =
        CompletableFuture.supplyAsync(
                () -> new HashSet<>(grants.forcesOf(account)), Thread::startVirtualThread)
            .join();
    granted.remove(forces.current().id());
    return forces.all().stream()
        .filter(force -> granted.contains(force.id()) && force.settings().open())
        .map(force -> new Portal(force.settings().name(), sites.address(force) + "/cases"))
        .toList();
  }
}
