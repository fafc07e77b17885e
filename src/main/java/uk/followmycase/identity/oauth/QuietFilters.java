package uk.followmycase.identity.oauth;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/**
 * Every request is observed once, from outside. Spring Security would observe each of its filters
 * twice more, which costs a tenth of a page and says nothing that anybody asks.
 */
@Configuration(proxyBeanMethods = false)
class QuietFilters {

  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }
}
