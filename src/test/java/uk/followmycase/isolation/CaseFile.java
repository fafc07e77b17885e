package uk.followmycase.isolation;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.identity.SomeProof;

/**
 * A burglary as a records system tells it.
 *
 * @param mark stands in every word of it, and nowhere else in the world
 * @param collar the officer's number, a fact that is kept in clear
 * @param texted whether the victim may be sent texts; else the force hands the code over
 */
record CaseFile(
    String reference, String mark, String collar, Contact phone, Contact email, boolean texted) {

  private static final AtomicInteger NUMBERS = new AtomicInteger(100_000);

  private static final String BODY =
      """
      {"reference": "%1$s", "version": %6$d, "kind": "crime", "classification": "028/01",
       "occurred": {"from": "2026-03-01"}, "area": {"code": "A1", "name": "Area %2$s"},
       "told": {"report": "Report %2$s", "property": ["Bicycle %2$s"]}, "status": "Crime created",
       "officer": {"collarNumber": "%3$s", "name": "Officer %2$s", "unit": "Unit %2$s", "email": "officer@%2$s.example"},
       "people": [{"id": "V-%2$s", "role": "victim", "name": "Victim %2$s", "bornOn": "1990-02-01", "contacts": [
         {"kind": "phone", "value": "%4$s", "safe": %7$b}, {"kind": "email", "value": "%5$s", "safe": true},
         {"kind": "address", "value": "1 Street %2$s", "safe": true}]}],
       "otherParties": [{"id": "S-%2$s", "contacts": [
         {"kind": "email", "value": "suspect@%2$s.example"}, {"kind": "address", "value": "2 Road %2$s"}]}],
       "updates": [{"id": "U-1", "at": "2026-04-02T14:30:00Z", "kind": "enquiry", "text": "News %2$s"}]}""";

  private static final String UPDATE =
      """
      {"reference": "%s", "update": {"id": "%s", "at": "2026-04-03T14:30:00Z", "kind": "general", "text": "More %s"}}""";

  /** A reference of the twin forces that no case had before. */
  static String freshReference() {
    return "16/%d/26".formatted(NUMBERS.incrementAndGet());
  }

  static CaseFile withTwoContacts(String reference) {
    return some(reference, true);
  }

  static CaseFile withOneContact(String reference) {
    return some(reference, false);
  }

  private static CaseFile some(String reference, boolean texted) {
    var mark = UUID.randomUUID().toString().replace("-", "");
    var collar = mark.substring(0, 10).toUpperCase(Locale.ROOT);
    var email = new Contact(Channel.EMAIL, "victim@" + mark + ".example");
    return new CaseFile(reference, mark, collar, SomeProof.phone(), email, texted);
  }

  /** The whole case. */
  String body(int version) {
    return BODY.formatted(reference, mark, collar, phone.value(), email.value(), version, texted);
  }

  /** One more update. */
  String update(String id) {
    return UPDATE.formatted(reference, id, mark);
  }

  /** Its victim, as calls name people. */
  String person() {
    return "{\"reference\": \"%s\", \"sourceId\": \"V-%s\"}".formatted(reference, mark);
  }

  /** What must be sealed of it. */
  Stream<String> said() {
    var number = phone.value().substring(1);
    return Stream.of(mark, reference, number, "0" + number.substring(2), "1990-02-01");
  }

  /** What must not be seen of it, in lower case; its reference may be another force's too. */
  Stream<String> words() {
    return Stream.of(mark, collar.toLowerCase(Locale.ROOT), phone.value().substring(3));
  }
}
