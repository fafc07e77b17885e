package uk.followmycase.tenancy.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.Wording;

/**
 * What a force that does not take part answers, in both languages. It stands outside the portal's
 * pages and their filters, so it brings its own headers and asks for nothing else.
 */
record ClosedPage(Wording wording) {

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      body{margin:0;font-family:Arial,sans-serif;font-size:1.2rem;line-height:1.4;color:#0b0c0c}
      header{background:%s;border-bottom:8px solid %s;color:#fff;font-weight:bold;padding:15px}
      main{max-width:40em;padding:15px}
      </style></head>
      <body><header>%s</header><main>%s<div lang="cy">%s</div></main></body>
      </html>
      """;

  void show(Force force, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Content-Security-Policy", POLICY);
    var asked = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
    var json = asked.contains("json") && !asked.contains("html");
    response.setContentType(
        json ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : "text/html;charset=UTF-8");
    response
        .getOutputStream()
        .write((json ? problem() : page(force)).getBytes(StandardCharsets.UTF_8));
  }

  private String problem() {
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "type",
                "about:blank",
                "status",
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                "title",
                wording.text(Locale.UK, "closed.title")));
  }

  private String page(Force force) {
    var brand = force.settings().brand();
    return PAGE.formatted(
        HtmlUtils.htmlEscape(wording.text(Locale.UK, "closed.title")),
        brand.header(),
        brand.accent(),
        HtmlUtils.htmlEscape(force.settings().name(Locale.UK)),
        said(force, Locale.UK),
        said(force, Wording.WELSH));
  }

  private String said(Force force, Locale language) {
    var settings = force.settings();
    var places = Map.of("force", settings.name(language), "phone", settings.contact().phone());
    return "<h1>%s</h1><p>%s</p>"
        .formatted(
            HtmlUtils.htmlEscape(wording.text(language, "closed.title")),
            HtmlUtils.htmlEscape(wording.text(language, "closed.text", places)));
  }
}
