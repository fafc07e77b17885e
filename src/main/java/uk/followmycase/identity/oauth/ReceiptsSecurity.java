package uk.followmycase.identity.oauth;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Where providers post receipts: each proves itself by its own means, a signature or a token that
 * is none of ours, which the door itself looks at.
 */
@Configuration(proxyBeanMethods = false)
class ReceiptsSecurity {

  @Bean
  @Order(-1)
  SecurityFilterChain receiptsChain(HttpSecurity http, Hosts hosts, PageHeaders headers)
      throws Exception {
    headers.on(http, request -> "'none'");
    return http.securityMatcher(hosts.receipts())
        .csrf(csrf -> csrf.disable())
        .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(none -> none.disable())
        .logout(none -> none.disable())
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }
}
