package uk.followmycase.web.language;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import uk.followmycase.web.ChosenLanguage;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;

/** Changes the language of this browser at this host, and shows the same page again. */
@Controller
@On({Site.FORCE, Site.DESK, Site.SIGN_IN, Site.NATIONAL, Site.LANDING})
class Language {

  /** An address of this host, never another's: names between single slashes. */
  private static final Pattern HERE = Pattern.compile("/([\\w~-][\\w.~-]*(/[\\w~-][\\w.~-]*)*)?");

  private final ChosenLanguage chosen;

  Language(ChosenLanguage chosen) {
    this.chosen = chosen;
  }

  @PostMapping("/language")
  View change(
      @RequestParam String language,
      @RequestParam(defaultValue = "/") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    chosen.choose(language, request, response);
    return SeeOther.at(HERE.matcher(back).matches() ? back : "/");
  }
}
