/** The case file, its people, its timeline, the officer in the case, and who may see it. */
@ApplicationModule(
    allowedDependencies = {
      "tenancy",
      "tenancy :: keys",
      "audit",
      "eligibility-rules",
      "delivery",
      "delivery :: events",
      "identity"
    })
@NullMarked
package uk.followmycase.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
