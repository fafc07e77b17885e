/** The sites: landing page, victims, officers, administrators. */
@ApplicationModule(
    allowedDependencies = {
      "tenancy",
      "tenancy :: keys",
      "audit",
      "delivery",
      "identity",
      "cases",
      "cases :: desk",
      "invitations"
    })
@NullMarked
package uk.followmycase.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
