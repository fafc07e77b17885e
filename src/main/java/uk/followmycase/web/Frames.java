package uk.followmycase.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import uk.followmycase.cases.desk.DeskCounts;
import uk.followmycase.identity.CurrentPerson;
import uk.followmycase.identity.HeldForms;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Wording;

/** Puts the frame around every page, also around errors. */
@Component
class Frames implements HandlerInterceptor {

  /** A page that answers a POST names the address that shows it again. */
  static final String BACK = "back";

  /** Where only a POST shows it again, this names the fields that go with it. */
  static final String AGAIN = "again";

  private static final String STAFF = "/staff";
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final WhichSite which;
  private final Forces forces;
  private final Wording wording;
  private final BrandSheets brands;
  private final ChosenLanguage language;
  private final HeldForms forms;
  private final DeskCounts counts;
  private final ObjectProvider<ResourceUrlProvider> addresses;
  private @Nullable Assets assets;

  Frames(
      WhichSite which,
      Forces forces,
      Wording wording,
      BrandSheets brands,
      ChosenLanguage language,
      HeldForms forms,
      DeskCounts counts,
      ObjectProvider<ResourceUrlProvider> addresses) {
    this.which = which;
    this.forces = forces;
    this.wording = wording;
    this.brands = brands;
    this.language = language;
    this.forms = forms;
    this.counts = counts;
    this.addresses = addresses;
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    if (page != null && page.getViewName() != null && page.getViewName().startsWith("web/")) {
      var back = (String) page.getModel().get(BACK);
      page.addObject("frame", frame(request, back, page.getModel()));
    }
  }

  private static Map<String, String> again(@Nullable Object named) {
    var again = new TreeMap<String, String>();
    if (named instanceof Map<?, ?> fields) {
      fields.forEach((field, value) -> again.put(String.valueOf(field), String.valueOf(value)));
    }
    return again;
  }

  private Frame frame(
      HttpServletRequest request, @Nullable String back, Map<String, Object> model) {
    var force = ForceBinding.ifBound().map(forces::of);
    var words = words(request, force);
    var member = DeskGate.member(request);
    var site = which.site(request).orElse(Site.LANDING);
    return new Frame(
        words,
        site,
        force.map(f -> words.of(f.settings().name())).orElse(null),
        force.map(f -> brands.of(f).address()).orElse(null),
        back != null || !"GET".equals(request.getMethod()) ? back : request.getRequestURI(),
        again(model.get(AGAIN)),
        member
            .map(who -> AtDesk.of(who, request.getRequestURI(), waiting(who, model)))
            .orElse(null),
        forStaff(site, request),
        signedIn(request),
        (CsrfToken) request.getAttribute(CsrfToken.class.getName()),
        member.filter(who -> force.isPresent()).map(forms::author).orElse(null),
        assets());
  }

  /** A page that says what is wrong is shown whether or not anybody can count. */
  private DeskCounts.Waiting waiting(StaffMember who, Map<String, Object> model) {
    if (ForceBinding.ifBound().isEmpty()) {
      return DeskCounts.Waiting.NONE;
    }
    try {
      return model.get(AtDesk.TASKS) instanceof Integer tasks
          ? counts.of(who, tasks)
          : counts.of(who);
    } catch (DataAccessException | TransactionException unreachable) {
      return DeskCounts.Waiting.NONE;
    }
  }

  private Words words(HttpServletRequest request, Optional<Force> force) {
    var zone = force.map(f -> f.settings().zone()).orElse(LONDON);
    return new Words(language.of(request), wording, zone);
  }

  private static boolean forStaff(Site site, HttpServletRequest request) {
    return switch (site) {
      case DESK, NATIONAL -> true;
      case SIGN_IN -> request.getRequestURI().startsWith(STAFF);
      case FORCE, LANDING -> false;
    };
  }

  private static boolean signedIn(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof Authentication somebody
        && (somebody.getPrincipal() instanceof CurrentPerson
            || somebody.getPrincipal() instanceof StaffMember);
  }

  private Assets assets() {
    var known = assets;
    if (known == null) {
      known = Assets.of(addresses.getObject());
      assets = known;
    }
    return known;
  }
}
