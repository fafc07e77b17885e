package uk.followmycase.identity.oauth;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.followmycase.identity.NationalStaff;
import uk.followmycase.identity.Staff;
import uk.followmycase.identity.oauth.LogoutTokens.Proved;
import uk.followmycase.tenancy.ForceBinding;

/**
 * Where identity providers say that somebody is out (OpenID Connect Back-Channel Logout). They are
 * believed by their signature alone: no cookie is looked at, and no session made.
 */
@Configuration(proxyBeanMethods = false)
class BackChannel {

  private static final String PATH = "/staff/back-channel";
  private static final String TOKEN = "logout_token";

  private final LogoutTokens tokens;
  private final SeenTokens seen;
  private final Staff staff;
  private final NationalStaff national;

  BackChannel(LogoutTokens tokens, SeenTokens seen, Staff staff, NationalStaff national) {
    this.tokens = tokens;
    this.seen = seen;
    this.staff = staff;
    this.national = national;
  }

  @Bean
  @Order(15)
  SecurityFilterChain backChannelChain(HttpSecurity http, Hosts hosts, PageHeaders headers)
      throws Exception {
    headers.on(http, request -> "'none'");
    return http.securityMatcher(
            request -> hosts.signIn(request) && PATH.equals(request.getRequestURI()))
        .csrf(csrf -> csrf.disable())
        .requestCache(none -> none.disable())
        .logout(none -> none.disable())
        .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
        .addFilterBefore(new Answer(), AuthorizationFilter.class)
        .build();
  }

  /** What the token proves ends once, with every force that lists the provider. */
  private boolean end(Proved proved) {
    if (seen.known(proved.id())) {
      return false;
    }
    proved.meant().forEach(force -> ForceBinding.run(force.id(), () -> staff.ended(proved.over())));
    if (proved.national()) {
      national.ended(proved.over());
    }
    seen.keep(proved.id());
    return true;
  }

  private final class Answer extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      if (!HttpMethod.POST.matches(request.getMethod())) {
        response.setHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      } else if (inBody(request).flatMap(tokens::read).filter(BackChannel.this::end).isPresent()) {
        response.setStatus(HttpServletResponse.SC_OK);
      } else {
        refuse(response);
      }
    }

    /** Addresses end in logs. */
    private static Optional<String> inBody(HttpServletRequest request) {
      return request.getQueryString() == null
          ? Optional.ofNullable(request.getParameter(TOKEN))
          : Optional.empty();
    }

    private static void refuse(HttpServletResponse response) throws IOException {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      response
          .getOutputStream()
          .write("{\"error\":\"invalid_request\"}".getBytes(StandardCharsets.UTF_8));
    }
  }
}
