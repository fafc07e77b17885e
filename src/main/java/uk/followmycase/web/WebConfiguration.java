package uk.followmycase.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import uk.followmycase.tenancy.Wording;

/** Assets, languages and the frame. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Wording.WELSH);
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  /** The choice lies in a cookie of this host; a browser without one is asked what it prefers. */
  @Bean
  LocaleResolver localeResolver() {
    var languages = new CookieLocaleResolver(ChosenLanguage.COOKIE);
    languages.setCookieSecure(true);
    languages.setCookieHttpOnly(true);
    languages.setCookieSameSite("Lax");
    languages.setCookieMaxAge(Duration.ofDays(365));
    languages.setRejectInvalidCookies(false);
    languages.setDefaultLocaleFunction(
        request -> {
          var wishes = request.getHeader("Accept-Language");
          return wishes == null ? Locale.ENGLISH : preferred(wishes);
        });
    return languages;
  }

  private static Locale preferred(String wishes) {
    try {
      var found = Locale.lookup(Locale.LanguageRange.parse(wishes), LANGUAGES);
      return found == null ? Locale.ENGLISH : found;
    } catch (IllegalArgumentException malformed) {
      return Locale.ENGLISH;
    }
  }

  @Bean
  WebMvcConfigurer pageConfigurer(
      Frames frames, AskAgain askAgain, DeskGate gate, KeptForms kept, StepUp stepUp) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(frames);
        interceptors.addInterceptor(askAgain);
        interceptors.addInterceptor(gate);
        interceptors.addInterceptor(kept);
        interceptors.addInterceptor(stepUp);
      }

      @Override
      public void addResourceHandlers(ResourceHandlerRegistry resources) {
        resources
            .addResourceHandler("/assets/**")
            .addResourceLocations(FrontendFiles.LOCATION, "classpath:/assets/")
            .setCacheControl(FOR_EVER)
            .resourceChain(true)
            .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
            .addResolver(new FrontendFiles());
      }
    };
  }
}
