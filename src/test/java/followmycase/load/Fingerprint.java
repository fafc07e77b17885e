package followmycase.load;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One number for everything that is held, as the records API gives it back: cases, people,
 * timelines and standings, without the times of receiving and in no order.
 */
final class Fingerprint {

  private static final String WHEN = "receivedAt";

  private final Map<String, String> cases = new ConcurrentSkipListMap<>();

  void add(String force, String reference, JsonNode held) {
    cases.put(force + " " + reference, canonical(held));
  }

  String value() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      cases.forEach(
          (name, text) -> digest.update((name + text + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String canonical(JsonNode node) {
    if (node.isObject()) {
      return node.properties().stream()
          .filter(field -> !field.getKey().equals(WHEN))
          .map(field -> field.getKey() + ":" + canonical(field.getValue()))
          .sorted()
          .collect(Collectors.joining(",", "{", "}"));
    }
    return node.isArray()
        ? node.valueStream()
            .map(Fingerprint::canonical)
            .sorted()
            .collect(Collectors.joining(",", "[", "]"))
        : node.toString();
  }
}
