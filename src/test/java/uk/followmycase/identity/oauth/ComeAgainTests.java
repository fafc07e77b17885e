package uk.followmycase.identity.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.CannotCreateTransactionException;
import uk.followmycase.identity.IdentityTest;

/**
 * A call of the API that finds the database busy is told to come again, wherever it had come to.
 */
@IdentityTest
class ComeAgainTests {

  @Autowired
  @Qualifier("recordsApiChain")
  SecurityFilterChain chain;

  @Test
  void whoFindsTheDatabaseBusyIsToldWhen() throws Exception {
    var response = new MockHttpServletResponse();
    call(response);
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    assertThat(response.getContentType()).startsWith("application/problem+json");
    assertThat(response.getContentAsString())
        .contains("/problems/unavailable", "Nothing was stored");
  }

  @Test
  void anAnswerThatHasBegunIsNotContinuedByAnother() {
    var response = new MockHttpServletResponse();
    response.setCommitted(true);
    assertThatExceptionOfType(CannotCreateTransactionException.class)
        .isThrownBy(() -> call(response));
  }

  @Test
  void itStandsBeforeTheClientIsLookedUp() {
    assertThat(chain.getFilters())
        .extracting(filter -> (Class) filter.getClass())
        .containsSubsequence(ComeAgain.class, BearerTokenAuthenticationFilter.class);
  }

  private void call(MockHttpServletResponse response) throws Exception {
    var request = new MockHttpServletRequest("GET", "/api/openapi");
    request.addHeader("Host", "api.localhost");
    request.setServerName("api.localhost");
    new FilterChainProxy(chain)
        .doFilter(
            request,
            response,
            (asked, answered) -> {
              throw new CannotCreateTransactionException("No connection in time");
            });
  }
}
