/** Gets a notice to a person by a safe contact, and knows whether it arrived. */
@ApplicationModule(allowedDependencies = {"tenancy", "tenancy :: keys", "audit"})
@NullMarked
package uk.followmycase.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
