package uk.followmycase.cases;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import uk.followmycase.tenancy.ForceSettings.References;

/**
 * A crime or incident reference.
 *
 * @param written as the records system writes it; people see it so
 * @param normalised one way of writing for the same case; only its keyed digest is kept
 */
public record CaseReference(String written, String normalised) {

  private static final int LONGEST = 50;

  private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

  /** Reads a reference by the force's rules; empty when it is none. */
  public static Optional<CaseReference> read(String written, References rules) {
    var trimmed = written.strip();
    if (trimmed.isEmpty() || trimmed.length() > LONGEST) {
      return Optional.empty();
    }
    var normalised = pattern(rules.strip()).matcher(trimmed.toUpperCase(Locale.ROOT));
    var reference = new CaseReference(trimmed, normalised.replaceAll(""));
    return pattern(rules.pattern()).matcher(reference.normalised).matches()
        ? Optional.of(reference)
        : Optional.empty();
  }

  private static Pattern pattern(String text) {
    return PATTERNS.computeIfAbsent(text, Pattern::compile);
  }

  @Override
  public String toString() {
    return "case reference";
  }
}
