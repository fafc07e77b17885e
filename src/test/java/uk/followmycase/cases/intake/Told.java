package uk.followmycase.cases.intake;

import java.util.concurrent.atomic.AtomicInteger;

/** Bodies as a records system of Thames Valley would send them. */
final class Told {

  private static final AtomicInteger NUMBERS = new AtomicInteger(5000);

  private Told() {}

  /** A reference that no other test has. */
  static String reference() {
    return "43/26/%07d".formatted(NUMBERS.incrementAndGet());
  }

  /** A whole case with everything in it. */
  static String whole(String reference, long version) {
    return """
        {"reference": "%s", "version": %d, "kind": "crime", "classification": "028/01", "cjsCode": "TH68026",
         "flags": ["vulnerable", "hate"], "occurred": {"from": "2026-03-28T22:15:00Z", "to": "2026-03-29"},
         "reported": "2026-03-29T08:05:00+01:00", "area": {"code": "OX-07", "name": "Headington"},
         "told": {"report": "I came home and the back door was open.", "property": ["Bicycle, blue"]},
         "status": "Under investigation", "outcome": "1A", "outcomeOn": "2026-05-02",
         "officer": {"collarNumber": "PC4711", "name": "Alex Morgan", "unit": "Oxford CID", "email": "alex@example.com"},
         "people": [{"id": "N-1", "role": "victim", "name": "Siân Rhys", "bornOn": "1990-02-01", "language": "cy",
           "enhancedRights": false, "contacts": [
             {"kind": "phone", "value": "07700 900123", "safe": true},
             {"kind": "email", "value": "sian@example.com", "safe": true, "shared": false},
             {"kind": "address", "value": "1 High Street, Oxford OX1 1AA", "safe": true}],
           "contactPlan": {"discreet": false, "noLink": true, "shared": false, "paused": false, "voicemail": "never",
             "hours": [{"days": ["monday", "friday"], "start": "09:00", "end": "17:00"}], "reviewOn": "2026-09-01"}}],
         "otherParties": [{"id": "N-999", "contacts": [{"kind": "phone", "value": "+44 7700 900999"}]}],
         "updates": [
           {"id": "U-1", "at": "2026-03-29T09:00:00Z", "kind": "recorded", "reason": "report-received"},
           {"id": "U-2", "at": "2026-04-02T14:30:00Z", "kind": "enquiry", "text": "We asked for pictures."}]}
        """
        .formatted(reference, version)
        .replace("\n", " ");
  }

  /** The least that a case may say. */
  static String least(String reference, long version) {
    return """
        {"reference": "%s", "version": %d, "kind": "incident", "status": "Recorded"}"""
        .formatted(reference, version);
  }

  /** One more update. */
  static String added(String reference, String id, String text) {
    return """
        {"reference": "%s", "update": {"id": "%s", "at": "2026-04-09T10:00:00Z", "kind": "general", "text": "%s"}}"""
        .formatted(reference, id, text);
  }

  /** A withdrawal. */
  static String withdrawn(String reference, String id) {
    return """
        {"reference": "%s", "updateId": "%s"}"""
        .formatted(reference, id);
  }
}
