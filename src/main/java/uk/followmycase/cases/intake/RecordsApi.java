package uk.followmycase.cases.intake;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Single reports of records systems. */
@RestController
@RequestMapping("/api/v1")
class RecordsApi implements RecordsDocument {

  private final Limits limits;
  private final Bodies bodies;
  private final ReadCase reading;
  private final SingleReports reports;

  RecordsApi(Limits limits, Bodies bodies, ReadCase reading, SingleReports reports) {
    this.limits = limits;
    this.bodies = bodies;
    this.reading = reading;
    this.reports = reports;
  }

  @Override
  @PutMapping("/case")
  public ResponseEntity<byte[]> putCase(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request,
      Authentication caller) {
    limits.call(caller.getName());
    var faults = new Faults();
    var body = bodies.read(request, CaseBody.class, faults);
    var notes = new Faults();
    var report = reading.wholeCase(body, at(faults), notes);
    return reports.receive(caller.getName(), key, body, report, faults, notes);
  }

  @Override
  @PostMapping("/updates")
  public ResponseEntity<byte[]> addUpdate(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request,
      Authentication caller) {
    limits.call(caller.getName());
    var faults = new Faults();
    var body = bodies.read(request, UpdateBody.AddBody.class, faults);
    var report = reading.added(body, at(faults));
    return reports.receive(caller.getName(), key, body, report, faults, new Faults());
  }

  @Override
  @PostMapping("/updates/withdrawal")
  public ResponseEntity<byte[]> withdrawUpdate(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request,
      Authentication caller) {
    limits.call(caller.getName());
    var faults = new Faults();
    var body = bodies.read(request, UpdateBody.WithdrawBody.class, faults);
    var report = reading.withdrawn(body, at(faults));
    return reports.receive(caller.getName(), key, body, report, faults, new Faults());
  }

  private static Field at(Faults faults) {
    return new Field("", faults);
  }

  /** Every answer is JSON of our own writing. */
  static ResponseEntity<byte[]> json(byte[] body) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
  }
}
