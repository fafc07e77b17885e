package uk.followmycase.cases.intake;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.followmycase.cases.CaseFiles;
import uk.followmycase.tenancy.Forces;

/** What records systems may ask. */
@RestController
@RequestMapping("/api/v1")
class HeldApi implements HeldDocument {

  private final Limits limits;
  private final CaseFiles files;
  private final Forces forces;
  private final WireJson json;

  HeldApi(Limits limits, CaseFiles files, Forces forces, WireJson json) {
    this.limits = limits;
    this.files = files;
    this.forces = forces;
    this.json = json;
  }

  @Override
  @GetMapping("/case")
  public ResponseEntity<byte[]> held(
      @RequestParam(name = "reference", required = false) @Nullable String written,
      Authentication caller) {
    limits.call(caller.getName());
    var faults = new Faults();
    var at = new Field("/reference", faults);
    var reference = ReadCase.reference(written, at, forces.current().settings());
    if (reference == null) {
      throw Refusal.of(Problem.INVALID, faults);
    }
    var held = files.held(caller.getName(), reference);
    return RecordsApi.json(
        json.bytes(HeldBody.of(held.orElseThrow(() -> Refusal.of(Problem.UNKNOWN_CASE)))));
  }

  @Override
  @GetMapping("/feed")
  public ResponseEntity<byte[]> feed(Authentication caller) {
    limits.call(caller.getName());
    var promised = forces.current().settings().feedSilentAfter();
    return RecordsApi.json(json.bytes(FeedBody.of(files.feed(), promised)));
  }
}
