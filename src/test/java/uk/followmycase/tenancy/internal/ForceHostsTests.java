package uk.followmycase.tenancy.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.SessionRepositoryFilter;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Sites;
import uk.followmycase.tenancy.Wording;

@SpringBootTest
class ForceHostsTests {

  @Autowired Forces forces;
  @Autowired Sites sites;
  @Autowired Wording wording;
  @Autowired Candidates candidates;
  @Autowired Revisions revisions;
  @Autowired FilterRegistrationBean<ForceHosts> registration;

  @TempDir Path temporary;

  private final List<Optional<ForceId>> passed = new ArrayList<>();
  private final FilterChain chain = (request, response) -> passed.add(ForceBinding.ifBound());

  @Test
  void aForcesHostBindsItsForce() throws ServletException, IOException {
    for (var force : forces.all()) {
      get(force.settings().host().toUpperCase(Locale.ROOT));
    }
    assertThat(passed)
        .isEqualTo(forces.all().stream().map(force -> Optional.of(force.id())).toList());
    assertThat(ForceBinding.ifBound()).isEmpty();
  }

  @Test
  void soDoesItsDesk() throws ServletException, IOException {
    for (var force : forces.all()) {
      get(sites.desk(force));
    }
    assertThat(passed)
        .isEqualTo(forces.all().stream().map(force -> Optional.of(force.id())).toList());
  }

  @Test
  void theProductsOwnHostsBindNone() throws ServletException, IOException {
    for (var host : List.of(sites.landing(), sites.signIn(), sites.api(), "127.0.0.1")) {
      assertThat(get(host).getStatus()).isEqualTo(200);
    }
    assertThat(passed).hasSize(4).containsOnly(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown.localhost",
        "evil.example",
        "xsign-in.localhost",
        "[::1]",
        "10.0.0.1"
      })
  void anyOtherHostIsNotFound(String host) throws ServletException, IOException {
    var response = get(host);
    assertThat(response.getStatus()).isEqualTo(404);
    assertThat(response.getContentAsByteArray()).isEmpty();
    assertThat(response.getErrorMessage()).isNull();
    assertThat(passed).isEmpty();
  }

  @Test
  void theLoopbackIsNoDoorForOthers() throws ServletException, IOException {
    var request = request("127.0.0.1");
    request.setRemoteAddr("203.0.113.7");
    assertThat(answer(request).getStatus()).isEqualTo(404);
  }

  @Test
  void aForwardedHostIsNotTrusted() throws ServletException, IOException {
    var request = request(sites.landing());
    request.addHeader("X-Forwarded-Host", forces.all().getFirst().settings().host());
    request.addHeader("Forwarded", "host=" + forces.all().getFirst().settings().host());
    answer(request);
    assertThat(passed).containsExactly(Optional.empty());
  }

  @Test
  void anErrorOnAnUnknownHostKeepsItsStatus() throws ServletException, IOException {
    var request = request("unknown.localhost");
    request.setDispatcherType(DispatcherType.ERROR);
    assertThat(answer(request).getStatus()).isEqualTo(200);
    assertThat(passed).isEmpty();
  }

  @Test
  void standsBeforeSessionsAndSecurity() {
    assertThat(registration.getOrder())
        .isLessThan(SessionRepositoryFilter.DEFAULT_ORDER)
        .isLessThan(SecurityFilterProperties.DEFAULT_FILTER_ORDER);
  }

  @Test
  void aClosedForceSaysSoInBothLanguages() throws ServletException, IOException {
    var response = closed("text/html");
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getContentAsString())
        .contains(wording.text(Locale.UK, "closed.title"))
        .contains(wording.text(Wording.WELSH, "closed.title").replace("’", "&rsquo;"))
        .contains("101");
    assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(passed).isEmpty();
  }

  @Test
  void aClosedForceTellsAProgramWithAProblem() throws ServletException, IOException {
    var response = closed("application/json");
    assertThat(response.getContentType()).startsWith("application/problem+json");
    assertThat(response.getContentAsString()).contains("\"status\":503");
  }

  private MockHttpServletResponse closed(String accept) throws ServletException, IOException {
    var folder = Tenants.example("brand:", "open: false\nbrand:");
    var tenants = Tenants.copy(temporary);
    Files.writeString(
        tenants.resolve(folder.path(ForceFile.NAME)),
        folder.files().getOrDefault(ForceFile.NAME, ""));
    var served = new ServedForces(new TenantSettings(tenants.toString()), candidates, revisions);
    served.start();
    var force = served.bySlug(folder.slug()).orElseThrow();
    var request = request(force.settings().host());
    request.addHeader("Accept", accept);
    var response = new MockHttpServletResponse();
    new ForceHosts(served, sites, new ClosedPage(wording)).doFilter(request, response, chain);
    return response;
  }

  private MockHttpServletResponse get(String host) throws ServletException, IOException {
    return answer(request(host));
  }

  private MockHttpServletResponse answer(MockHttpServletRequest request)
      throws ServletException, IOException {
    var response = new MockHttpServletResponse();
    requireNonNull(registration.getFilter()).doFilter(request, response, chain);
    return response;
  }

  private static MockHttpServletRequest request(String host) {
    var request = new MockHttpServletRequest("GET", "/");
    request.setServerName(host);
    return request;
  }
}
