package uk.followmycase.invitations.handover;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.followmycase.audit.Actor;
import uk.followmycase.invitations.InvitationDesk;
import uk.followmycase.invitations.InvitationDesk.HandOver;

/** The records API's way to a code that the force hands over. */
@RestController
class HandOverApi {

  private final InvitationDesk desk;
  private final HandOverRate rate;

  HandOverApi(InvitationDesk desk, HandOverRate rate) {
    this.desk = desk;
    this.rate = rate;
  }

  @Operation(
      operationId = "handOverCode",
      summary = "Get a fresh code to hand over to an invited person",
      description =
          """
          For people whose proof is strict. The code is told once; an older one dies. Hand it over \
          in person or on a telephone number known to be safe, never by text or e-mail.""")
  @PostMapping(path = "/api/v1/cases/people/hand-over-code", consumes = "application/json")
  ResponseEntity<?> handOverCode(@RequestBody HandOverRequest wanted, Principal client) {
    var wait = rate.secondsToWait(client.getName());
    if (wait > 0) {
      return later(wait);
    }
    var reference = wanted.reference();
    var sourceId = wanted.sourceId();
    var faults = wanted.faults();
    if (reference == null || sourceId == null || !faults.isEmpty()) {
      return refused(HandOverProblem.INVALID, faults);
    }
    var actor = new Actor(Actor.Kind.RECORDS_SYSTEM, client.getName());
    return switch (desk.handOverCode(reference, sourceId, actor)) {
      case HandOver.Code(var code, var goodUntil) ->
          ResponseEntity.ok()
              .cacheControl(CacheControl.noStore())
              .body(new HandOverAnswer(code, goodUntil));
      case HandOver.NobodyThere() -> refused(HandOverProblem.UNKNOWN_PERSON);
      case HandOver.NotInvited() -> refused(HandOverProblem.NOT_INVITED);
      case HandOver.NotStrict() -> refused(HandOverProblem.CODE_NOT_HANDED_OVER);
    };
  }

  private static ResponseEntity<ProblemDetail> later(long seconds) {
    var problem = HandOverProblem.TOO_MANY_REQUESTS;
    return ResponseEntity.status(problem.status())
        .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
        .body(problem.detail(List.of()));
  }

  private static ResponseEntity<ProblemDetail> refused(HandOverProblem problem) {
    return refused(problem, List.of());
  }

  private static ResponseEntity<ProblemDetail> refused(
      HandOverProblem problem, List<HandOverProblem.Fault> faults) {
    return ResponseEntity.status(problem.status()).body(problem.detail(faults));
  }
}
