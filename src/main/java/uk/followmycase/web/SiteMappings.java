package uk.followmycase.web;

import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.condition.RequestCondition;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Reads {@link On} from the pages. */
@Component
class SiteMappings implements WebMvcRegistrations {

  private final WhichSite which;

  SiteMappings(WhichSite which) {
    this.which = which;
  }

  @Override
  public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
    return new FirstWordMapping() {
      @Override
      protected @Nullable RequestCondition<?> getCustomMethodCondition(Method method) {
        var on = AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), On.class);
        return on == null ? null : new SiteCondition(EnumSet.copyOf(List.of(on.value())), which);
      }
    };
  }
}
