package uk.followmycase.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.condition.RequestCondition;

/** Lets a page be found on its own sites only. */
record SiteCondition(Set<Site> allowed, WhichSite which)
    implements RequestCondition<SiteCondition> {

  @Override
  public SiteCondition combine(SiteCondition other) {
    var both = EnumSet.copyOf(allowed);
    both.retainAll(other.allowed);
    return new SiteCondition(both, which);
  }

  @Override
  public @Nullable SiteCondition getMatchingCondition(HttpServletRequest request) {
    return which.site(request).filter(allowed::contains).isPresent() ? this : null;
  }

  @Override
  public int compareTo(SiteCondition other, HttpServletRequest request) {
    return 0;
  }
}
