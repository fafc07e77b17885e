package uk.followmycase.delivery.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;

/**
 * Whether templates at Notify pass on what they are given and nothing else. People are promised
 * that a message does not show what it is about, or who sends it: one that left with other words is
 * the last by its template until somebody has changed that.
 */
final class NotifyTemplates {

  private static final Logger LOG = LoggerFactory.getLogger(NotifyTemplates.class);

  /** Notify may write quotes, spaces and accents in other ways. */
  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Map<String, Integer> changing = new ConcurrentHashMap<>();

  /** Notes what a template made of what it was given. */
  void made(Parcel parcel, String template, int version, String given, String made) {
    if (!letters(given).equals(letters(made))) {
      changing.put(template, version);
      LOG.error(
          "Template {} of {} at Notify changes what it is given. Nothing leaves by it before it is"
              + " changed; should its service write its name before texts, switch that off and"
              + " start anew",
          template,
          parcel.force());
    }
  }

  /** Whether a template changes what it is given, as it stands now. */
  boolean changes(NotificationClient client, String template) {
    var version = changing.get(template);
    if (version == null) {
      return false;
    }
    try {
      return client.getTemplateById(template).getVersion() == version
          || !changing.remove(template, version);
    } catch (NotificationClientException | RuntimeException unanswered) {
      return true;
    }
  }

  private static String letters(String words) {
    var plain = Normalizer.normalize(words, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    return NEITHER_LETTER_NOR_DIGIT.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
