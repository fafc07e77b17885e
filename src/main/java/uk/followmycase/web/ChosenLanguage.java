package uk.followmycase.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;
import uk.followmycase.tenancy.Wording;

/** The language of a browser at one host. */
@Component
public class ChosenLanguage {

  static final String COOKIE = "__Host-language";

  private final LocaleResolver languages;

  ChosenLanguage(LocaleResolver languages) {
    this.languages = languages;
  }

  /** What the reader of this request reads. */
  public Locale of(HttpServletRequest request) {
    return language(languages.resolveLocale(request).getLanguage());
  }

  /** Keeps what somebody has chosen: {@code cy}, or English for anything else. */
  public void choose(String code, HttpServletRequest request, HttpServletResponse response) {
    languages.setLocale(request, response, language(code));
  }

  /**
   * Follows a wish for Welsh that is on record, unless this browser has chosen already. English may
   * only mean that nobody asked.
   */
  public void wish(String code, HttpServletRequest request, HttpServletResponse response) {
    if (WebUtils.getCookie(request, COOKIE) == null && language(code).equals(Wording.WELSH)) {
      choose(code, request, response);
    }
  }

  private static Locale language(String code) {
    return code.equals(Wording.WELSH.getLanguage()) ? Wording.WELSH : Locale.ENGLISH;
  }
}
