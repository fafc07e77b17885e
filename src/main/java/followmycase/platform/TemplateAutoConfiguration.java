package followmycase.platform;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Pages are templates compiled with the product; nothing is compiled or looked up at run time. */
@AutoConfiguration
@ConditionalOnWebApplication
class TemplateAutoConfiguration {

  private static final String ROOT = "uk.followmycase";

  @Bean
  TemplateEngine templateEngine() {
    return TemplateEngine.createPrecompiled(
        null, ContentType.Html, getClass().getClassLoader(), ROOT);
  }

  @Bean
  ViewResolver templateViews(TemplateEngine templates) {
    return new TemplateViews(templates);
  }

  /** Answers for names of templates only; {@code redirect:} and the like are left to others. */
  private record TemplateViews(TemplateEngine templates) implements ViewResolver, Ordered {

    @Override
    public @Nullable View resolveViewName(String name, Locale language) {
      return name.startsWith("web/") ? new TemplateView(templates, name + ".jte") : null;
    }

    @Override
    public int getOrder() {
      return HIGHEST_PRECEDENCE;
    }
  }
}
