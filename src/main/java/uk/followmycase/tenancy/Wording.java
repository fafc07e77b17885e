package uk.followmycase.tenancy;

import java.util.Locale;
import java.util.Map;

/**
 * The words of the bound force, laid over the defaults, in English and Welsh. Where no force is
 * bound, as on the sign-in host, the defaults speak.
 */
public interface Wording {

  /**
   * The text for a key.
   *
   * @param language English or Welsh; anything else answers in English
   * @param key such as {@code case.stage.closed}
   * @param values for the named places {@code {so}} in the text (ICU message format)
   * @throws IllegalArgumentException when no text stands for the key, or a place has no value: a
   *     test finds it first
   */
  String text(Locale language, String key, Map<String, ?> values);

  /** The text for a key without places. */
  default String text(Locale language, String key) {
    return text(language, key, Map.of());
  }

  /** Whether a text stands for the key. */
  boolean has(Locale language, String key);

  /** Welsh as the product uses it. */
  Locale WELSH = Locale.of("cy");
}
