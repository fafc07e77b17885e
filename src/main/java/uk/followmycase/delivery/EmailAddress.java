package uk.followmycase.delivery;

import com.ibm.icu.text.IDNA;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads e-mail addresses. Deliberately loose: the proof of an address is a message that arrives.
 */
final class EmailAddress {

  private static final int LONGEST = 254;
  private static final int LONGEST_MAILBOX = 64;

  /** Space and marks that cannot be seen. */
  private static final Pattern OUTER = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");

  private static final Pattern MAILBOX =
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{Nd}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{M}\\p{Nd}!#$%&'*+/=?^_`{|}~-]+)*");

  /** As it stands in the DNS: two labels at least, the last one no number. */
  private static final Pattern DOMAIN =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]*[a-z0-9])");

  /** As browsers and today's registries read names; the JDK's older table leads ß elsewhere. */
  private static final IDNA NAMES =
      IDNA.getUTS46Instance(
          IDNA.NONTRANSITIONAL_TO_ASCII
              | IDNA.USE_STD3_RULES
              | IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ);

  private EmailAddress() {}

  static Optional<String> of(String written) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    var address = Normalizer.normalize(OUTER.matcher(written).replaceAll(""), Normalizer.Form.NFC);
    var at = address.lastIndexOf('@');
    if (at < 1) {
      return Optional.empty();
    }
    return mailbox(address.substring(0, at))
        .flatMap(
            mailbox -> domain(address.substring(at + 1)).map(domain -> mailbox + '@' + domain));
  }

  private static Optional<String> mailbox(String written) {
    var mailbox = Normalizer.normalize(written.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    return MAILBOX.matcher(mailbox).matches()
            && mailbox.getBytes(StandardCharsets.UTF_8).length <= LONGEST_MAILBOX
        ? Optional.of(mailbox)
        : Optional.empty();
  }

  private static Optional<String> domain(String written) {
    var info = new IDNA.Info();
    var name = NAMES.nameToASCII(written, new StringBuilder(), info).toString();
    return !info.hasErrors() && DOMAIN.matcher(name).matches()
        ? Optional.of(name)
        : Optional.empty();
  }
}
