package uk.followmycase.web;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.ForceSettings.Brand;
import uk.followmycase.tenancy.keys.Digests;

/** One small style sheet for each force, made from its brand. */
@Component
class BrandSheets {

  private final Map<ForceId, Sheet> sheets = new ConcurrentHashMap<>();

  Sheet of(Force force) {
    var known = sheets.get(force.id());
    if (known != null && known.revision() == force.revision()) {
      return known;
    }
    var made = sheet(force);
    sheets.put(force.id(), made);
    return made;
  }

  private static Sheet sheet(Force force) {
    var style = style(force.settings().brand());
    var digest = HexFormat.of().formatHex(Digests.sha256(style), 0, 8);
    return new Sheet(force.revision(), digest, style.getBytes(StandardCharsets.UTF_8));
  }

  private static String style(Brand brand) {
    return """
        :root{--header:%s;--accent:%s;--link:%s;--button:%s;--button-hover:%s;--button-edge:%s}
        """
        .formatted(
            brand.header(),
            brand.accent(),
            brand.link(),
            brand.button(),
            darker(brand.button(), 0.8),
            darker(brand.button(), 0.5));
  }

  private static String darker(String colour, double share) {
    var rgb = Integer.parseInt(colour.substring(1), 16);
    return "#%02x%02x%02x"
        .formatted(
            (int) ((rgb >> 16 & 0xff) * share),
            (int) ((rgb >> 8 & 0xff) * share),
            (int) ((rgb & 0xff) * share));
  }

  /**
   * A force's style sheet.
   *
   * @param revision of the force's files it was made from
   * @param fingerprint of its content
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Sheet(int revision, String fingerprint, byte[] style) {

    String address() {
      return "/brand/" + fingerprint + ".css";
    }
  }
}
