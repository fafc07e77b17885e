package uk.followmycase.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.followmycase.tenancy.Forces;

/** Serves a force's colours. An old address gets today's colours, but may not keep them. */
@Controller
@On({Site.FORCE, Site.DESK})
class BrandSheetPage {

  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final Forces forces;
  private final BrandSheets brands;

  BrandSheetPage(Forces forces, BrandSheets brands) {
    this.forces = forces;
    this.brands = brands;
  }

  @GetMapping("/brand/{fingerprint}.css")
  ResponseEntity<byte[]> sheet(@PathVariable String fingerprint) {
    var sheet = brands.of(forces.current());
    return ResponseEntity.ok()
        .cacheControl(sheet.fingerprint().equals(fingerprint) ? FOR_EVER : CacheControl.noCache())
        .contentType(MediaType.parseMediaType("text/css;charset=UTF-8"))
        .body(sheet.style());
  }
}
