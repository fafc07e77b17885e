package uk.followmycase.identity.oauth;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A call of the API that finds the database busy before it has come to its controller, as when its
 * client is looked up, is asked to come again.
 */
class ComeAgain extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(ComeAgain.class);
  private static final String SECONDS = "5";

  private final Problems problems;

  ComeAgain(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (DataAccessResourceFailureException
        | TransientDataAccessException
        | TransactionException busy) {
      if (response.isCommitted()) {
        throw busy;
      }
      LOG.warn("A call of the API found the database busy: {}", busy.getClass().getName());
      response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
      problems.answer(
          response,
          HttpStatus.SERVICE_UNAVAILABLE,
          "unavailable",
          "Not possible just now. Nothing was stored. Send it again after a moment.");
    }
  }
}
