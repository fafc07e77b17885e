package uk.followmycase.web.error;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.web.DeskGate;

/** One page for whatever went wrong. It tells what to do, never what broke. */
@Component
class ErrorPages implements ErrorViewResolver {

  private static final Set<Integer> OWN_WORDS = Set.of(403, 404, 413, 429, 503);

  private final Forces forces;

  ErrorPages(Forces forces) {
    this.forces = forces;
  }

  @Override
  public ModelAndView resolveErrorView(
      HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
    var page = new ModelAndView("web/error/error", status);
    page.addObject(
        "page",
        new ErrorPage(words(status), phone(), request.getAttribute(DeskGate.NO_ROLE) != null));
    page.addObject("back", "/");
    return page;
  }

  private static int words(HttpStatus status) {
    if (OWN_WORDS.contains(status.value())) {
      return status.value();
    }
    return status.is4xxClientError() ? 404 : 500;
  }

  private @Nullable String phone() {
    return ForceBinding.ifBound()
        .map(force -> forces.of(force).settings().contact().phone())
        .orElse(null);
  }

  /**
   * What to say.
   *
   * @param kind whose words fit
   * @param phone of the force; null where there is none
   * @param noRole whether somebody at a desk has no role for the page
   */
  record ErrorPage(int kind, @Nullable String phone, boolean noRole) {}
}
