package uk.followmycase.identity.oauth;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Who is there, looked up when somebody asks, which most public pages never do. */
final class SeenWhenAsked implements DeferredSecurityContext {

  private final Supplier<Optional<Authentication>> who;
  private @Nullable SecurityContext context;
  private boolean generated;

  SeenWhenAsked(Supplier<Optional<Authentication>> who) {
    this.who = who;
  }

  @Override
  public SecurityContext get() {
    if (context == null) {
      var known = who.get();
      generated = known.isEmpty();
      context =
          known
              .<SecurityContext>map(SecurityContextImpl::new)
              .orElseGet(SecurityContextHolder::createEmptyContext);
    }
    return context;
  }

  @Override
  public boolean isGenerated() {
    get();
    return generated;
  }
}
