package uk.followmycase.tenancy.internal;

import java.util.stream.IntStream;

/** A colour as WCAG 2 measures it. */
record Colour(double luminance) {

  static final Colour WHITE = new Colour(1);

  private static final double[] WEIGHTS = {0.2126, 0.7152, 0.0722};

  /** Reads {@code #rrggbb}. */
  static Colour of(String hex) {
    return new Colour(
        IntStream.range(0, WEIGHTS.length)
            .mapToDouble(i -> WEIGHTS[i] * linear(Integer.parseInt(hex, 1 + 2 * i, 3 + 2 * i, 16)))
            .sum());
  }

  /** From 1 to 21; small text wants 4.5. */
  double contrast(Colour other) {
    var lighter = Math.max(luminance, other.luminance);
    var darker = Math.min(luminance, other.luminance);
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double linear(int channel) {
    var share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
