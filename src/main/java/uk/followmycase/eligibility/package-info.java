/** The rules: may this person be invited on this case, and why not. */
@ApplicationModule(
    id = "eligibility-rules",
    allowedDependencies = {"tenancy", "tenancy :: keys", "audit"})
@NullMarked
package uk.followmycase.eligibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
