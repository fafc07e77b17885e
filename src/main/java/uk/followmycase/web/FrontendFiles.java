package uk.followmycase.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * GOV.UK Frontend from its archive, without what is licensed for GOV.UK alone: the typeface gives
 * way to the system's own, and neither fonts, crown nor crest are served.
 */
final class FrontendFiles extends PathResourceResolver {

  private static final String FOLDER =
      "META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/";

  /** Where the archive's files stand. */
  static final String LOCATION = "classpath:/" + FOLDER;

  private static final Set<String> SERVED =
      Set.of("govuk-frontend.min.css", "govuk-frontend.min.js");
  private static final Pattern FONT_FACE = Pattern.compile("@font-face\\{[^}]*}");
  private static final Pattern CREST = Pattern.compile("url\\(/assets/[^)]*\\)");
  private static final String SYSTEM_FONTS =
      "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",Arial,sans-serif";

  @Override
  protected @Nullable Resource getResource(String path, Resource location) throws IOException {
    var ours =
        !(location instanceof ClassPathResource archive) || !archive.getPath().equals(FOLDER);
    if (ours) {
      return super.getResource(path, location);
    }
    var found = SERVED.contains(path) ? super.getResource(path, location) : null;
    return found != null && path.endsWith(".css") ? plain(found) : found;
  }

  private static Resource plain(Resource sheet) throws IOException {
    var style = sheet.getContentAsString(StandardCharsets.UTF_8);
    var free = FONT_FACE.matcher(style).replaceAll("");
    free =
        CREST
            .matcher(free)
            .replaceAll("none")
            .replace("GDS Transport,arial,sans-serif", SYSTEM_FONTS);
    return new TransformedResource(sheet, free.getBytes(StandardCharsets.UTF_8));
  }
}
