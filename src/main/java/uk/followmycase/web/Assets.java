package uk.followmycase.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Addresses of what pages are made of. Each holds a fingerprint of its content, so that browsers
 * may keep it for ever.
 */
public record Assets(
    String frontendStyle, String style, String frontendScript, String script, String icon) {

  static Assets of(ResourceUrlProvider addresses) {
    return new Assets(
        address(addresses, "govuk-frontend.min.css"),
        address(addresses, "portal.css"),
        address(addresses, "govuk-frontend.min.js"),
        address(addresses, "portal.js"),
        address(addresses, "icon.svg"));
  }

  private static String address(ResourceUrlProvider addresses, String name) {
    @Nullable String found = addresses.getForLookupPath("/assets/" + name);
    if (found == null) {
      throw new IllegalStateException("No such asset: " + name);
    }
    return found;
  }
}
