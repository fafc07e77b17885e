package uk.followmycase.delivery.receipts;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever posts what is refused again and again is not listened to for a while, unless it may be
 * Amazon: that posts for all its customers from the same addresses, and what is refused of a
 * stranger's says nothing of ours. Counted by each instance for itself.
 */
@Component
class FewStrangers extends OncePerRequestFilter {

  static final int REFUSED = 60;

  private static final Duration WITHIN = Duration.ofMinutes(10);
  private static final int MOST_PLACES = 10_000;
  private static final String WAIT_SECONDS = "60";

  private final Map<String, Bucket> places = Collections.synchronizedMap(new Latest());

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getServletPath();
    return !path.startsWith("/api/receipts/") || path.equals(SesReceipts.PATH);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var place = request.getRemoteAddr();
    var known = places.get(place);
    if (known != null && known.getAvailableTokens() == 0) {
      response.setHeader(HttpHeaders.RETRY_AFTER, WAIT_SECONDS);
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      return;
    }
    chain.doFilter(request, response);
    if (HttpStatus.valueOf(response.getStatus()).is4xxClientError()) {
      places.computeIfAbsent(place, unseen -> bucket()).tryConsume(1);
    }
  }

  private static Bucket bucket() {
    var limit = Bandwidth.builder().capacity(REFUSED).refillGreedy(REFUSED, WITHIN).build();
    return Bucket.builder().addLimit(limit).build();
  }

  /** Those who came last. */
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
