package uk.followmycase.tenancy.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts of one language. A force's own lie over the defaults, which all forces share.
 *
 * @param own by key
 * @param under what to ask where own has none
 */
record Vocabulary(Map<String, Text> own, @Nullable Vocabulary under) {

  @Nullable Text find(String key) {
    var text = own.get(key);
    return text != null || under == null ? text : under.find(key);
  }
}
