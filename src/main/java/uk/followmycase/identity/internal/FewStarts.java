package uk.followmycase.identity.internal;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever begins to sign in gets a session to come back to, by a mere GET. So that nobody fills the
 * table with them, few may begin at a time: of one network, and altogether. Counted by each
 * instance for itself; whoever has a session already is not counted.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 1)
class FewStarts extends OncePerRequestFilter {

  /** A mobile network has one address for very many. */
  static final int OF_ONE_PLACE = 1_000;

  static final int OF_ALL = 5_000;

  private static final Duration WITHIN = Duration.ofMinutes(10);
  private static final Duration WITHIN_OF_ALL = Duration.ofMinutes(1);
  private static final int MOST_PLACES = 20_000;
  private static final String WAIT_SECONDS = "60";
  private static final Set<String> STARTS =
      Set.of(
          "/oauth2/authorize",
          "/oauth2/authorization/portal",
          "/oauth2/authorization/desk",
          "/oauth2/authorization/national");

  private final SignInLimits.Time time;
  private final Bucket all;
  private final Map<String, Bucket> places = Collections.synchronizedMap(new Latest());

  FewStarts(Clock clock) {
    this.time = new SignInLimits.Time(clock);
    this.all = bucket(OF_ALL, WITHIN_OF_ALL);
  }

  /** By the decoded path, as whatever answers it is chosen. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !STARTS.contains(request.getServletPath()) || request.getSession(false) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (ofPlace(request).tryConsume(1) && all.tryConsume(1)) {
      chain.doFilter(request, response);
    } else {
      response.setHeader(HttpHeaders.RETRY_AFTER, WAIT_SECONDS);
      response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }
  }

  private Bucket ofPlace(HttpServletRequest request) {
    return places.computeIfAbsent(
        Places.prefix(request.getRemoteAddr()), unseen -> bucket(OF_ONE_PLACE, WITHIN));
  }

  private Bucket bucket(int starts, Duration within) {
    var limit = Bandwidth.builder().capacity(starts).refillGreedy(starts, within).build();
    return Bucket.builder().addLimit(limit).withCustomTimePrecision(time).build();
  }

  /** Those who came last; a network that is forgotten begins anew, and all together still count. */
  private static final class Latest extends LinkedHashMap<String, Bucket> {

    private static final long serialVersionUID = 1;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
      return size() > MOST_PLACES;
    }
  }
}
