package uk.followmycase.delivery;

/**
 * How many segments a text takes on its way: each is charged, and only the first shows on a locked
 * telephone. One character outside the GSM alphabet makes the whole text more than twice as long;
 * of the Welsh letters that is â, ê, î, ô, û, ŵ and ŷ, and every typographic apostrophe.
 */
public final class TextSegments {

  /** 3GPP TS 23.038, section 6.2.1. */
  private static final String ALPHABET =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** These take two places. */
  private static final String EXTENSION = "^{}\\[~]|€\f";

  private TextSegments() {}

  /** Number of segments; an empty text takes one. */
  public static int of(String text) {
    var places = 0;
    for (var character : text.toCharArray()) {
      if (ALPHABET.indexOf(character) >= 0) {
        places++;
      } else if (EXTENSION.indexOf(character) >= 0) {
        places += 2;
      } else {
        return segments(text.length(), 70, 67);
      }
    }
    return segments(places, 160, 153);
  }

  private static int segments(int places, int alone, int joined) {
    return places <= alone ? 1 : Math.ceilDiv(places, joined);
  }
}
