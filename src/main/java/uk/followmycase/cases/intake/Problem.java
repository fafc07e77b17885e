package uk.followmycase.cases.intake;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Kinds of refusals. Their types are stable; docs/api/records.md explains them. */
enum Problem {
  MALFORMED(HttpStatus.BAD_REQUEST, "This is not JSON as we read it"),
  INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "The content is not right"),
  VERSION_CONFLICT(HttpStatus.CONFLICT, "This version is known with another body"),
  UPDATE_CONFLICT(HttpStatus.CONFLICT, "This update is known with other content"),
  IDEMPOTENCY_KEY_REUSED(
      HttpStatus.UNPROCESSABLE_CONTENT, "This Idempotency-Key was used for another body"),
  IN_FLIGHT(HttpStatus.CONFLICT, "The first call with this Idempotency-Key still runs"),
  UNKNOWN_CASE(HttpStatus.NOT_FOUND, "We hold no such case"),
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is over the limit"),
  CONTENT_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Another content type is needed"),
  TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many calls"),
  FORCE_CLOSED(HttpStatus.FORBIDDEN, "The force does not take part now"),
  UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Not possible just now");

  private final HttpStatus status;
  private final String title;

  Problem(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  HttpStatus status() {
    return status;
  }

  String title() {
    return title;
  }

  /** Stable name: a path, as no page needs to stand there. */
  String type() {
    return "/problems/" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  ProblemDetail detail(List<Fault> faults) {
    var problem = ProblemDetail.forStatus(status);
    problem.setType(java.net.URI.create(type()));
    problem.setTitle(title);
    if (!faults.isEmpty()) {
      problem.setProperty("errors", faults);
    }
    return problem;
  }
}
