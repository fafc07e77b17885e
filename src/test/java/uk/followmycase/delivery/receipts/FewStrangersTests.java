package uk.followmycase.delivery.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who is listened to. */
class FewStrangersTests {

  private final FewStrangers strangers = new FewStrangers();

  @Test
  void whoIsRefusedAgainAndAgainIsNotHeardAndNobodyElseMinds() throws Exception {
    for (var times = 0; times < FewStrangers.REFUSED; times++) {
      assertThat(posted("192.0.2.95", 403)).isEqualTo(403);
    }
    assertThat(posted("192.0.2.95", 204)).isEqualTo(429);
    assertThat(posted("192.0.2.96", 204)).isEqualTo(204);
  }

  /** Amazon posts for all its customers from the same addresses. */
  @Test
  void whatStrangersPostByAmazonClosesNoDoorToOurs() throws Exception {
    for (var times = 0; times <= FewStrangers.REFUSED; times++) {
      assertThat(posted("/api/receipts/ses", "192.0.2.98", 403)).isEqualTo(403);
    }
    assertThat(posted("/api/receipts/ses", "192.0.2.98", 204)).isEqualTo(204);
  }

  @Test
  void whoIsTakenMaySayAsMuchAsThereIs() throws Exception {
    for (var times = 0; times <= FewStrangers.REFUSED; times++) {
      assertThat(posted("192.0.2.97", 204)).isEqualTo(204);
    }
  }

  private int posted(String from, int status) throws Exception {
    return posted("/api/receipts/notify/humberside", from, status);
  }

  private int posted(String path, String from, int status) throws Exception {
    var request = new MockHttpServletRequest("POST", path);
    request.setServletPath(path);
    request.setRemoteAddr(from);
    var response = new MockHttpServletResponse();
    FilterChain door = (asked, answer) -> ((HttpServletResponse) answer).setStatus(status);
    strangers.doFilter(request, response, door);
    return response.getStatus();
  }
}
