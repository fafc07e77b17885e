package uk.followmycase.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import uk.followmycase.support.MovableClock;

class FewStartsTests {

  private final MovableClock clock = new MovableClock();
  private final FewStarts few = new FewStarts(clock);

  @Test
  void oneNetworkCannotBeginWithoutEndAndOthersGoOn() throws ServletException, IOException {
    for (var n = 0; n < FewStarts.OF_ONE_PLACE; n++) {
      assertThat(begin("203.0.113." + n % 250)).isEqualTo(200);
    }
    assertThat(begin("203.0.113.7")).isEqualTo(429);
    assertThat(begin("198.51.100.7")).isEqualTo(200);
    clock.advance(Duration.ofMinutes(10));
    assertThat(begin("203.0.113.7")).isEqualTo(200);
  }

  @Test
  void allTogetherCannotEither() throws ServletException, IOException {
    var begun = 0;
    for (var n = 0; n < FewStarts.OF_ALL + 1_000; n++) {
      begun += begin("10." + n / 256 + "." + n % 256 + ".1") == 200 ? 1 : 0;
    }
    assertThat(begun).isBetween(FewStarts.OF_ALL, FewStarts.OF_ALL + 500);
  }

  @Test
  void howAnAddressIsWrittenDoesNotMatter() throws ServletException, IOException {
    while (begin("203.0.113.1") == 200) {
      // Until it is full.
    }
    assertThat(status(request("203.0.113.1", "/oauth2/authorization/%70ortal"))).isEqualTo(429);
  }

  @Test
  void whoHasASessionOrWantsSomethingElseIsNotCounted() throws ServletException, IOException {
    while (begin("203.0.113.1") == 200) {
      // Until it is full.
    }
    var known = request("203.0.113.1", "/oauth2/authorize");
    known.getSession(true);
    assertThat(status(known)).isEqualTo(200);
    assertThat(status(request("203.0.113.1", "/cases"))).isEqualTo(200);
  }

  private int begin(String address) throws ServletException, IOException {
    return status(request(address, "/oauth2/authorization/portal"));
  }

  private static MockHttpServletRequest request(String address, String path) {
    var request = new MockHttpServletRequest("GET", path);
    request.setRemoteAddr(address);
    request.setServletPath(URLDecoder.decode(path, StandardCharsets.UTF_8));
    return request;
  }

  private int status(MockHttpServletRequest request) throws ServletException, IOException {
    var response = new MockHttpServletResponse();
    few.doFilter(request, response, new MockFilterChain());
    return response.getStatus();
  }
}
