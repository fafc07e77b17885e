package uk.followmycase.tenancy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hosts that are not a force's.
 *
 * @param scheme {@code https}, or {@code http} on one's own machine
 * @param port shown in addresses; 0 for the scheme's own
 * @param landing the plain page that leads to the forces
 * @param signIn the one sign-in host, issuer of all tokens
 * @param api the records systems' host
 * @param national where the nation's administrators work
 */
@ConfigurationProperties("followmycase.sites")
public record Sites(
    @DefaultValue("http") String scheme,
    @DefaultValue("8080") int port,
    @DefaultValue("localhost") String landing,
    @DefaultValue("sign-in.localhost") String signIn,
    @DefaultValue("api.localhost") String api,
    @DefaultValue("national.localhost") String national) {

  /** What a force's desk has before the force's own host. */
  public static final String DESK = "desk.";

  /** Base address of a host, without a slash at the end. Never taken from a request. */
  public String address(String host) {
    return scheme + "://" + host + (port == 0 ? "" : ":" + port);
  }

  /** Base address of a force's portal. */
  public String address(Force force) {
    return address(force.settings().host());
  }

  /** Host name of the desk that a force's staff work at. */
  public String desk(Force force) {
    return DESK + force.settings().host();
  }

  /** Base address of a force's desk. */
  public String deskAddress(Force force) {
    return address(desk(force));
  }

  /** Issuer of every token, and base address of the sign-in host. */
  public String issuer() {
    return address(signIn);
  }
}
