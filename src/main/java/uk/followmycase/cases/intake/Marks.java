package uk.followmycase.cases.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.Contact;
import uk.followmycase.eligibility.CollisionRegister.Kind;
import uk.followmycase.tenancy.keys.ForceKeys;

/**
 * Keyed digests by which contacts and people are compared. Suspects and other parties leave this
 * door as such digests or not at all.
 */
@Component
class Marks {

  private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  private final ForceKeys keys;

  Marks(ForceKeys keys) {
    this.keys = keys;
  }

  /** The digest of a records system's id of somebody. */
  byte[] id(String id) {
    return digest(Kind.SOURCE_ID, id);
  }

  /** The digest of a contact, however it is written; null when it cannot be compared. */
  byte @Nullable [] contact(Kind kind, String written) {
    return normalised(kind, written).map(value -> digest(kind, value)).orElse(null);
  }

  /** A digest of everything said in one place, by which the same is known again. */
  byte[] content(String what, String canonical) {
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
}
