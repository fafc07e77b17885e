package uk.followmycase.identity.oauth;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import uk.followmycase.identity.NationalStaff;
import uk.followmycase.identity.Staff;
import uk.followmycase.identity.oauth.WorkplaceSecurity.Place;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;

/** Each force's desk, and the national site. */
@Configuration(proxyBeanMethods = false)
class DeskSecurity {

  private final Forces forces;
  private final PortalClients clients;
  private final Sites sites;

  DeskSecurity(Forces forces, PortalClients clients, Sites sites) {
    this.forces = forces;
    this.clients = clients;
    this.sites = sites;
  }

  @Bean
  @Order(18)
  SecurityFilterChain nationalChain(
      HttpSecurity http, Hosts hosts, WorkplaceSecurity workplaces, NationalStaff staff)
      throws Exception {
    var nation =
        new Place(
            NationalRegistration.ID,
            new NationalRegistration(clients, sites),
            new PassContexts(pass -> staff.standing(pass).map(Persons::working), staff::replace),
            () -> sites.address(sites.national()),
            () -> PortalClients.NATIONAL);
    return workplaces.on(http, nation).securityMatcher(hosts::national).build();
  }

  @Bean
  @Order(19)
  SecurityFilterChain deskChain(
      HttpSecurity http, Hosts hosts, WorkplaceSecurity workplaces, Staff staff) throws Exception {
    var desk =
        new Place(
            DeskRegistration.ID,
            new DeskRegistration(forces, clients, sites),
            new PassContexts(pass -> staff.standing(pass).map(Persons::working), staff::replace),
            () -> sites.deskAddress(forces.current()),
            () -> clients.deskId(forces.current()));
    return workplaces.on(http, desk).securityMatcher(hosts::desk).build();
  }
}
