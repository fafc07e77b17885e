package uk.followmycase.invitations.handover;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Kinds of refusals. Their types are stable. */
enum HandOverProblem {
  MALFORMED(
      HttpStatus.BAD_REQUEST,
      "This is not JSON as we read it",
      "Send one JSON object with reference and sourceId and nothing else"),
  INVALID(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "The content is not right",
      "Send reference and sourceId, each of 1 to 50 characters"),
  UNKNOWN_PERSON(
      HttpStatus.NOT_FOUND,
      "We hold no such person on such a case",
      "Send the case first; sourceId is the id of the person in its people"),
  NOT_INVITED(
      HttpStatus.CONFLICT,
      "This person is not invited now",
      "A code belongs to an invitation; GET /api/v1/case tells why there is none"),
  CODE_NOT_HANDED_OVER(
      HttpStatus.CONFLICT,
      "We send this person's code ourselves",
      "Only people whose proof is strict get a code from the force"),
  TOO_LARGE(
      HttpStatus.CONTENT_TOO_LARGE,
      "The body is over the limit",
      "Send one JSON object with reference and sourceId and nothing else"),
  TOO_MANY_REQUESTS(
      HttpStatus.TOO_MANY_REQUESTS,
      "Too many codes at once",
      "Ask again after the seconds in Retry-After; a code is made for one hand-over, not in store");

  private final HttpStatus status;
  private final String title;
  private final String advice;

  HandOverProblem(HttpStatus status, String title, String advice) {
    this.status = status;
    this.title = title;
    this.advice = advice;
  }

  /** A fault in the body, with a JSON pointer to it. */
  record Fault(String pointer, String detail, String advice) {}

  HttpStatus status() {
    return status;
  }

  ProblemDetail detail(List<Fault> faults) {
    var problem = ProblemDetail.forStatusAndDetail(status, advice);
    problem.setType(URI.create("/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-')));
    problem.setTitle(title);
    if (!faults.isEmpty()) {
      problem.setProperty("errors", faults);
    }
    return problem;
  }
}
