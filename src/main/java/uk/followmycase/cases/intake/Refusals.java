package uk.followmycase.cases.intake;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Words refusals of single calls. Nothing that an exception says goes out. */
@RestControllerAdvice(
    assignableTypes = {RecordsApi.class, HeldApi.class, StreamApi.class, TasksApi.class})
class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final Duration SOON = Duration.ofSeconds(5);

  private final WireJson json;

  Refusals(WireJson json) {
    this.json = json;
  }

  @ExceptionHandler
  ResponseEntity<byte[]> refused(Refusal refusal) {
    var body = refusal.body();
    var answer =
        ResponseEntity.status(body.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    var wait = refusal.retryAfterSeconds();
    if (wait != null) {
      answer.header(HttpHeaders.RETRY_AFTER, wait.toString());
    }
    return answer.body(json.bytes(body));
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class,
    TransactionException.class
  })
  ResponseEntity<byte[]> unavailable(Exception failed) {
    LOG.warn("A call of the records API found the database busy: {}", failed.getClass().getName());
    return refused(Refusal.later(Problem.UNAVAILABLE, SOON));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> unexpected(RuntimeException failed) {
    LOG.error("A call of the records API failed", Quiet.of(failed));
    return refused(Refusal.of(Problem.UNEXPECTED));
  }
}
