/** Asks a person in, reminds, expires, proves, accepts, withdraws. */
@ApplicationModule(
    allowedDependencies = {
      "tenancy",
      "tenancy :: keys",
      "audit",
      "delivery",
      "delivery :: events",
      "identity",
      "cases",
      "cases :: events",
      "cases :: desk"
    })
@NullMarked
package uk.followmycase.invitations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
