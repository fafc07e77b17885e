package followmycase.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the bench's records systems write. */
final class Letters {

  private static final String CASE =
      """
      {"reference":"%s","version":1,"kind":"crime","classification":"028/03","occurred":{"from":"2026-03-28"},\
      "reported":"2026-03-29","area":{"code":"B1","name":"Old Town"},"told":{"report":"%s","property":["Bicycle, blue"]},\
      "status":"Open","officer":{"collarNumber":"PC4711","name":"Alex Morgan","unit":"Old Town CID"},\
      "people":[{"id":"V-%s","role":"victim","name":"Robin Example","bornOn":"1984-02-01","contacts":[\
      {"kind":"email","value":"robin.%s@example.com","safe":true},{"kind":"phone","value":"077%08d","safe":true}]}],\
      "updates":[%s]}""";
  private static final String UPDATE =
      """
      {"id":"%s","at":"2026-04-%02dT10:00:00Z","kind":"enquiry","text":"%s"}""";
  private static final String REPORT =
      "I came home in the evening and the back door was open. ".repeat(4).strip();
  private static final String NEWS =
      "We asked the shops in the street for their camera pictures and looked at them. ".strip();

  private Letters() {}

  /** A whole case with so many updates. */
  static String file(String reference, int number, int updates) {
    var told =
        IntStream.rangeClosed(1, updates)
            .mapToObj(n -> update("U-" + n, n))
            .collect(Collectors.joining(","));
    return CASE.formatted(reference, REPORT, number, number, number, told);
  }

  /** The address of the victim of a case. */
  static String address(int number) {
    return "robin." + number + "@example.com";
  }

  /** One more update of a case. */
  static String news(String reference, String id) {
    return "{\"reference\":\"%s\",\"update\":%s}".formatted(reference, update(id, 20));
  }

  private static String update(String id, int day) {
    return UPDATE.formatted(id, 1 + day % 28, NEWS);
  }
}
