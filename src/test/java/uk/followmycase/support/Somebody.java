package uk.followmycase.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import uk.followmycase.delivery.Contact;
import uk.followmycase.identity.SomeProof;

/**
 * Somebody to whom something happened.
 *
 * @param id the records system's own
 * @param language that they wish to read
 * @param phoneIsSafe whether they may be texted; they can always be written to
 * @param phoneIsShared whether others look at the telephone
 */
public record Somebody(
    String id,
    String language,
    Contact phone,
    Contact email,
    boolean phoneIsSafe,
    boolean phoneIsShared) {

  private static final AtomicInteger COUNT = new AtomicInteger(600_000);

  /** Reached in two ways: gets the link by one and the code by the other. */
  public static Somebody withTwoContacts(String language) {
    return some(language, true, false);
  }

  /** Others look at the telephone. */
  public static Somebody withASharedTelephone(String language) {
    return some(language, true, true);
  }

  /** Reached in one way only: gets the code from the police. */
  public static Somebody withOneContact(String language) {
    return some(language, false, false);
  }

  private static Somebody some(String language, boolean phoneIsSafe, boolean phoneIsShared) {
    return new Somebody(
        "N-" + COUNT.incrementAndGet(),
        language,
        SomeProof.phone(),
        SomeProof.email(),
        phoneIsSafe,
        phoneIsShared);
  }

  /** Has a burglary recorded, and answers with its reference. */
  public String reportsBurglary(Place place, ApplicationContext product) {
    return reportsBurglary(place, "PC4711", product);
  }

  /** The same, with an officer of one's choice. */
  public String reportsBurglary(Place place, String collarNumber, ApplicationContext product) {
    var reference = place.freshReference();
    var told = burglary(reference, place.status()).replace("PC4711", collarNumber);
    var answer = place.records(product).put(told);
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return reference;
  }

  /** The case is closed in Oxford, without a word about why. */
  public void hearsOfAnOutcome(String reference, String collarNumber, ApplicationContext product) {
    var told =
        burglary(reference, "Filed")
            .replace("PC4711", collarNumber)
            .replace("\"version\": 1", "\"version\": 2")
            .replace("\"told\":", "\"outcome\": \"18\", \"outcomeOn\": \"2026-05-02\", \"told\":");
    var answer = Place.OXFORD.records(product).put(told);
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
  }

  /** Gets the code that the police hand over themselves. */
  public String isHandedCode(Place place, String reference, ApplicationContext product) {
    var answer =
        place
            .records(product)
            .post(
                "/api/v1/cases/people/hand-over-code",
                "{\"reference\": \"%s\", \"sourceId\": \"%s\"}".formatted(reference, id));
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return answer.json().get("code").asString();
  }

  /** Is named on the other side of somebody's case with the force. */
  public void isNamedByAnother(Place place, ApplicationContext product) {
    var answer =
        place
            .records(product)
            .put(
                """
                {"reference": "%s", "version": 1, "kind": "crime", "classification": "028/01",
                 "reported": "2026-03-04", "status": "%s",
                 "people": [{"id": "N-1", "role": "victim", "bornOn": "1990-02-01"}],
                 "otherParties": [{"id": "S-1", "contacts": [
                   {"kind": "phone", "value": "%s"}]}]}
                """
                    .formatted(place.freshReference(), place.status(), phone.value()));
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
  }

  private String burglary(String reference, String status) {
    return """
        {"reference": "%s", "version": 1, "kind": "crime", "classification": "028/01",
         "occurred": {"from": "2026-03-01", "to": "2026-03-03"}, "reported": "2026-03-04",
         "area": {"code": "A1", "name": "Mill Street"},
         "told": {"report": "The back door was open when I came home.\\nNobody was there.",
           "property": ["Bicycle, blue", "Laptop, silver"]},
         "status": "%s",
         "officer": {"collarNumber": "PC4711", "name": "Alex Morgan", "unit": "Burglary team"},
         "people": [{"id": "%s", "role": "victim", "name": "Siân Rhys", "bornOn": "1990-02-01",
           "language": "%s", "contacts": [
             {"kind": "phone", "value": "%s", "safe": %s, "shared": %s},
             {"kind": "email", "value": "%s", "safe": true}]}],
         "updates": [
           {"id": "U-1", "at": "2026-03-04T15:15:00Z", "kind": "recorded",
             "reason": "report-received"},
           {"id": "U-2", "at": "2026-04-06T09:00:00Z", "kind": "enquiry",
             "text": "We have asked for the camera pictures."}]}
        """
        .formatted(
            reference,
            status,
            id,
            language,
            phone.value(),
            phoneIsSafe,
            phoneIsShared,
            email.value());
  }
}
