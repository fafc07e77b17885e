package uk.followmycase.web.victim.safety;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Whether the reader of this browser knows how to leave fast. */
public final class SafetySeen {

  private static final String COOKIE = "__Host-safety";

  private SafetySeen() {}

  /** Whether the page has been seen. */
  public static boolean by(HttpServletRequest request) {
    return WebUtils.getCookie(request, COOKIE) != null;
  }

  static void remember(HttpServletResponse response) {
    var cookie =
        ResponseCookie.from(COOKIE, "1")
            .path("/")
            .secure(true)
            .httpOnly(true)
            .sameSite("Lax")
            .maxAge(Duration.ofDays(365))
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
