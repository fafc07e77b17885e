package uk.followmycase.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Sends what the framework refuses to the error page; machines get their problem details. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class PageFaults implements HandlerExceptionResolver {

  private final WhichSite which;

  PageFaults(WhichSite which) {
    this.which = which;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception fault) {
    if (!(fault instanceof ErrorResponse refusal) || which.site(request).isEmpty()) {
      return null;
    }
    try {
      response.sendError(refusal.getStatusCode().value());
      return new ModelAndView();
    } catch (IOException gone) {
      return null;
    }
  }
}
