package uk.followmycase.invitations.internal;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.keys.Digests;
import uk.followmycase.tenancy.keys.ForceKeys;

/**
 * Makes what opens an invitation. A code to type has 64 random bits, sixteen characters that
 * neither look nor sound alike; a thief of the database cannot try them out, since its digest is
 * keyed.
 */
@Component
class DoorKeys {

  static final int LENGTH = 16;

  private static final String ALPHABET = "234679FHKLMPRWXY";
  private static final int GROUP = 4;
  private static final int LONGEST = 64;
  private static final String PURPOSE = "typed invitation";
  private static final Pattern NOISE = Pattern.compile("[\\s\\p{Z}\\p{Pd}.]");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ForceKeys keys;

  DoorKeys(ForceKeys keys) {
    this.keys = keys;
  }

  /** A fresh token of a link. */
  DoorKey link() {
    var token = Digests.token();
    return new DoorKey(false, token, link(token));
  }

  /** A fresh code to type, in groups of four. */
  DoorKey typed() {
    var code = IntStream.range(0, LENGTH).mapToObj(i -> character()).collect(Collectors.joining());
    var groups = code.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    return new DoorKey(true, groups, typed(code));
  }

  /** The digest of a link's token. */
  byte[] link(String token) {
    return Digests.sha256(token.length() > LONGEST ? "" : token);
  }

  /** The digest of what somebody typed. */
  byte[] typed(String written) {
    var code =
        written.length() > LONGEST
            ? ""
            : NOISE.matcher(written).replaceAll("").toUpperCase(Locale.ROOT);
    return Digests.sha256(HexFormat.of().formatHex(keys.blind(PURPOSE, code)));
  }

  private static String character() {
    return String.valueOf(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
  }
}
