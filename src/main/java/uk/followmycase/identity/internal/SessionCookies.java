package uk.followmycase.identity.internal;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import uk.followmycase.tenancy.Sites;

/** The cookie that holds a session's id: of one host alone, never for scripts, never in clear. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionCookies {

  /** Browsers refuse a cookie of this prefix unless it is secure and of exactly this host. */
  private static final String NAME = "__Host-fmc";

  @Bean
  CookieSerializer sessionCookie(Sites sites) {
    return new BySite(sites.signIn(), cookie("Lax"), cookie("None"));
  }

  private static CookieSerializer cookie(String sameSite) {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName(NAME);
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setUseSecureCookie(true);
    cookie.setUseBase64Encoding(false);
    cookie.setSameSite(sameSite);
    return cookie;
  }

  /**
   * The sign-in host must recognise somebody who comes by a form of a force's host, which stands on
   * another site; a Lax cookie would stay at home, and the form's answer would overwrite it. What
   * Lax guards against is guarded there by tokens, and by the sender's origin.
   */
  private record BySite(String signInHost, CookieSerializer portals, CookieSerializer signIn)
      implements CookieSerializer {

    @Override
    public void writeCookieValue(CookieValue cookie) {
      var here = cookie.getRequest().getServerName();
      (signInHost.equalsIgnoreCase(here) ? signIn : portals).writeCookieValue(cookie);
    }

    @Override
    public List<String> readCookieValues(jakarta.servlet.http.HttpServletRequest request) {
      return portals.readCookieValues(request);
    }
  }
}
