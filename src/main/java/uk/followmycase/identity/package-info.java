/** Accounts, codes, sign-in, sessions, the authorization server and machine clients. */
@ApplicationModule(allowedDependencies = {"tenancy", "tenancy :: keys", "audit", "delivery"})
@NullMarked
package uk.followmycase.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
