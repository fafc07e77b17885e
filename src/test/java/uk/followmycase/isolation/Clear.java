package uk.followmycase.isolation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words that must not be found, as they are and in the disguises that are none: any case,
 * hexadecimal digits, either Base64 at any offset, sixteen bits a character.
 */
record Clear(List<String> words) {

  private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

  /** Those of the words that a text holds. */
  List<String> foundIn(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return words.stream()
        .filter(word -> disguises(word).anyMatch(form -> stands(form, lower)) || base64(word, text))
        .toList();
  }

  /** Those of the words that bytes hold, each byte being read as one character. */
  List<String> foundIn(byte[] bytes) {
    return foundIn(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** Eight digits can come about by chance inside hexadecimal ones. */
  private static boolean stands(String form, String text) {
    return text.contains(form)
        && (form.length() > 8
            || Pattern.compile("(?<![0-9a-f])" + Pattern.quote(form) + "(?![0-9a-f])")
                .matcher(text)
                .find());
  }

  private static Stream<String> disguises(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    var wide = new String(word.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
    return Stream.of(lower, hex(word), hex(lower), wide.toLowerCase(Locale.ROOT));
  }

  private static String hex(String word) {
    return HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
  }

  /** A word begins anywhere in a group of three bytes; what its neighbours decide is cut off. */
  private static boolean base64(String word, String text) {
    for (var before = 0; before < 3; before++) {
      var encoded =
          BASE64.encodeToString(("\0".repeat(before) + word).getBytes(StandardCharsets.UTF_8));
      var cut = encoded.substring(before == 0 ? 0 : before + 1, encoded.length() - 2);
      if (text.contains(cut) || text.contains(cut.replace('+', '-').replace('/', '_'))) {
        return true;
      }
    }
    return false;
  }
}
