package uk.followmycase.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.Sites;

/**
 * Headers of every answer. Spring adds its own {@code nosniff} and, where nobody has said
 * otherwise, {@code no-store}.
 */
@Component
class PageHeaders {

  private static final String CONTENT = "Content-Security-Policy";
  private static final String REFERRER = "Referrer-Policy";

  /** Its form leads to the sign-in host, which must see from where; never more than the host. */
  private static final String TERMS = "/invitation/terms";

  private static final String SOURCES =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self';"
          + " manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action ";

  private static final String FEATURES =
      "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(),"
          + " gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

  private static final long TWO_YEARS = 63_072_000;

  private final boolean https;

  PageHeaders(Sites sites) {
    this.https = "https".equals(sites.scheme());
  }

  /**
   * Sets the headers of a chain.
   *
   * @param formsGoTo where forms may be sent, redirects included
   */
  void on(HttpSecurity http, Function<HttpServletRequest, String> formsGoTo) throws Exception {
    http.headers(headers -> common(headers).addHeaderWriter(new Written(formsGoTo)));
  }

  private HeadersConfigurer<HttpSecurity> common(HeadersConfigurer<HttpSecurity> headers) {
    return headers
        .permissionsPolicyHeader(features -> features.policy(FEATURES))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(
            resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
        .frameOptions(frames -> frames.deny())
        .httpStrictTransportSecurity(
            transport ->
                transport
                    .requestMatcher(request -> https)
                    .includeSubDomains(true)
                    .maxAgeInSeconds(TWO_YEARS));
  }

  private record Written(Function<HttpServletRequest, String> formsGoTo) implements HeaderWriter {

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
      response.setHeader(CONTENT, SOURCES + formsGoTo.apply(request));
      response.setHeader(
          REFERRER, TERMS.equals(request.getRequestURI()) ? "strict-origin" : "no-referrer");
    }
  }
}
