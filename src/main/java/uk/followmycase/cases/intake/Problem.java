package uk.followmycase.cases.intake;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;

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
  UNKNOWN_TASK(HttpStatus.NOT_FOUND, "There is no such task for this officer"),
  TASK_CHANGED(HttpStatus.CONFLICT, "The task has changed meanwhile"),
  AT_THE_DESK(HttpStatus.CONFLICT, "This is done at the desk"),
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is over the limit"),
  CONTENT_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Another content type is needed"),
  TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many calls"),
  UNSTORABLE(HttpStatus.UNPROCESSABLE_CONTENT, "The database refuses this content"),
  CLIENT_OFF(HttpStatus.UNAUTHORIZED, "This client was switched off"),
  UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Not possible just now"),
  UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side");

  private final HttpStatus status;
  private final String title;

  Problem(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  HttpStatus status() {
    return status;
  }

  /** Stable name: a path, as no page needs to stand there. */
  String type() {
    return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  ProblemBody body(List<Fault> faults) {
    return new ProblemBody(type(), title, status.value(), faults);
  }
}
