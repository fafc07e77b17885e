/** What is auditable, and the trail that keeps it. */
@ApplicationModule(allowedDependencies = {"tenancy", "tenancy :: keys", "tenancy :: events"})
@NullMarked
package uk.followmycase.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
