package uk.followmycase.cases;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.Contact;
import uk.followmycase.eligibility.CollisionRegister.Kind;
import uk.followmycase.tenancy.keys.ForceKeys;

/**
 * Keyed digests by which contacts and people are compared and found. Suspects and other parties
 * leave the door of the records systems as such digests or not at all.
 */
@Component
public final class Marks {

  private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}'’]+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern APOSTROPHE = Pattern.compile("['’]");

  /** Letters that no decomposition takes apart, and how people write them without. */
  private static final Map<String, String> PLAIN =
      Map.of("ł", "l", "ø", "o", "đ", "d", "ß", "ss", "æ", "ae", "œ", "oe", "þ", "th", "ı", "i");

  private final ForceKeys keys;

  public Marks(ForceKeys keys) {
    this.keys = keys;
  }

  /** The digest of a records system's id of somebody. */
  public byte[] id(String id) {
    return digest(Kind.SOURCE_ID, id);
  }

  /** The digest of a contact, however it is written; null when it cannot be compared. */
  public byte @Nullable [] contact(Kind kind, String written) {
    return normalised(kind, written).map(value -> digest(kind, value)).orElse(null);
  }

  /** The digest of a name, whatever its accents, capitals and order of words; null for none. */
  public byte @Nullable [] name(String written) {
    var name = normalisedName(written);
    return name.isEmpty() ? null : keys.blind("name of a person", name);
  }

  /** The digest of a unit's name, whatever its capitals and spaces. */
  public byte[] unit(String written) {
    var plain = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return keys.blind("unit", SPACES.matcher(plain.strip()).replaceAll(" "));
  }

  /** A digest of everything said in one place, by which the same is known again. */
  public byte[] content(String what, String canonical) {
    return keys.blind("content of " + what, canonical);
  }

  private byte[] digest(Kind kind, String value) {
    return keys.blind("collision " + kind, value);
  }

  private static Optional<String> normalised(Kind kind, String written) {
    return switch (kind) {
      case PHONE -> Contact.number(written);
      case EMAIL -> Contact.email(written).map(Contact::value);
      case ADDRESS -> address(written);
      case SOURCE_ID -> Optional.of(written);
    };
  }

  /** Letters and digits only: commas, line breaks and case are written in every way. */
  private static Optional<String> address(String written) {
    var plain = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var letters = NO_LETTER_OR_DIGIT.matcher(plain).replaceAll("");
    return letters.isEmpty() ? Optional.empty() : Optional.of(letters);
  }

  static String normalisedName(String written) {
    var apart = Normalizer.normalize(written, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    var plain = ACCENT.matcher(apart).replaceAll("");
    for (var letter : PLAIN.entrySet()) {
      plain = plain.replace(letter.getKey(), letter.getValue());
    }
    return Stream.of(BETWEEN_WORDS.split(plain))
        .map(word -> APOSTROPHE.matcher(word).replaceAll(""))
        .filter(word -> !word.isEmpty())
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
