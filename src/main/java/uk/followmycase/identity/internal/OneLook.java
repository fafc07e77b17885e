package uk.followmycase.identity.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Remembers a session for the length of a request: Spring Session looks again as it commits. */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class OneLook extends OncePerRequestFilter {

  private static final ScopedValue<Map<String, Optional<PersonSession>>> SEEN =
      ScopedValue.newInstance();

  static Optional<PersonSession> remembered(String id, Supplier<Optional<PersonSession>> look) {
    return SEEN.isBound() ? SEEN.get().computeIfAbsent(id, unseen -> look.get()) : look.get();
  }

  static void forget(String id) {
    if (SEEN.isBound()) {
      SEEN.get().put(id, Optional.empty());
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      ScopedValue.where(SEEN, new HashMap<>())
          .call(
              () -> {
                chain.doFilter(request, response);
                return Boolean.TRUE;
              });
    } catch (ServletException | IOException | RuntimeException failed) {
      throw failed;
    } catch (Exception impossible) {
      throw new ServletException(impossible);
    }
  }
}
