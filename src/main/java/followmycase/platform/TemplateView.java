package followmycase.platform;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** A page is rendered whole before its first byte leaves: a fault half-way is never half a page. */
record TemplateView(TemplateEngine templates, String template) implements View {

  private static final String TYPE = "text/html;charset=UTF-8";

  @Override
  public String getContentType() {
    return TYPE;
  }

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var output = new Utf8ByteOutput();
    templates.render(
        template, new HashMap<String, Object>(model == null ? Map.of() : model), output);
    var page = output.toByteArray();
    response.setContentType(TYPE);
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
  }
}
