package uk.followmycase.invitations.handover;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import uk.followmycase.invitations.handover.HandOverProblem.Fault;

/** Says what is wrong with a body, never repeating a value of it; before the framework would. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(assignableTypes = HandOverApi.class)
class HandOverRefusals {

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refuse(HandOverSize.TooLarge tooLarge) {
    return answer(HandOverProblem.TOO_LARGE, List.of());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refuse(HttpMessageNotReadableException unreadable) {
    return switch (unreadable.getCause()) {
      case UnrecognizedPropertyException unknown ->
          answer(
              HandOverProblem.INVALID,
              List.of(
                  new Fault(
                      "/" + pointer(unknown.getPropertyName()), "Unknown field", "Leave it out")));
      case MismatchedInputException mismatched when !mismatched.getPath().isEmpty() ->
          answer(
              HandOverProblem.INVALID,
              List.of(
                  new Fault(
                      "/" + pointer(mismatched.getPath().getFirst().getPropertyName()),
                      "Not text",
                      HandOverRequest.ADVICE)));
      case null, default -> answer(HandOverProblem.MALFORMED, List.of());
    };
  }

  /** A name as a JSON pointer writes it, and no longer than it need be. */
  private static String pointer(String name) {
    var shown = name.length() > 64 ? name.substring(0, 64) : name;
    return shown.replace("~", "~0").replace("/", "~1");
  }

  private static ResponseEntity<ProblemDetail> answer(HandOverProblem problem, List<Fault> faults) {
    return ResponseEntity.status(problem.status()).body(problem.detail(faults));
  }
}
