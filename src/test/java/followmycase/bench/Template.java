package followmycase.bench;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * A value of a statement as text, with places for ids and digests that are new each time. Whatever
 * was equal in a recording is made equal again. What is sealed stays as it was: it must open after.
 */
record Template(List<String> fixed, List<String> fresh) {

  private static final Pattern MADE =
      Pattern.compile(
          "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=\\\\x)[0-9a-f]{16,64}(?![0-9a-f])");

  /** Two recordings of one value: what differs is made anew. */
  static Template of(String once, String again) {
    var fixed = new ArrayList<String>();
    var fresh = new ArrayList<String>();
    var from = 0;
    var others = MADE.matcher(again);
    for (var made : MADE.matcher(once).results().toList()) {
      if (others.find() && !made.group().equals(others.group())) {
        fixed.add(once.substring(from, made.start()));
        fresh.add(made.group());
        from = made.end();
      }
    }
    fixed.add(once.substring(from));
    return new Template(fixed, fresh);
  }

  /**
   * The value anew.
   *
   * @param made what stands for what in this run of the script
   */
  String text(Map<String, String> made) {
    if (fresh.isEmpty()) {
      return fixed.getFirst();
    }
    var text = new StringBuilder(fixed.getFirst());
    for (var n = 0; n < fresh.size(); n++) {
      text.append(made.computeIfAbsent(fresh.get(n), Template::like)).append(fixed.get(n + 1));
    }
    return text.toString();
  }

  private static String like(String old) {
    if (old.indexOf('-') < 0) {
      var bytes = new byte[old.length() / 2];
      ThreadLocalRandom.current().nextBytes(bytes);
      return HexFormat.of().formatHex(bytes);
    }
    var timed = UUID.fromString(old).version() == 7;
    return (timed ? Rows.MADE.generate() : random()).toString();
  }

  private static UUID random() {
    var random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong());
  }

  /** Ids of rows grow with time, as the product's do. */
  private static final class Rows {
    static final NoArgGenerator MADE = Generators.timeBasedEpochRandomGenerator();
  }
}
