package followmycase.platform;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
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

  /** Answers for names of templates only; {@code redirect:} and the like are left to others. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  ViewResolver templateViews(TemplateEngine templates) {
    return (name, locale) ->
        name.startsWith("web/") ? new TemplateView(templates, name + ".jte") : null;
  }
}
