package uk.followmycase.delivery.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import uk.followmycase.delivery.internal.Handover.Postponed;
import uk.followmycase.delivery.internal.Handover.Refused;
import uk.followmycase.delivery.internal.Handover.Unknown;
import uk.gov.service.notify.NotificationClientException;

/** Reads Notify's answers. Its words may quote what was sent: they are looked at, never kept. */
final class NotifyAnswers {

  /** What somebody of the force has to put right; the notice is not to blame. */
  private static final Pattern ACCOUNT =
      Pattern.compile(
          "template|team-only|trial mode|personalisation|sender_id|reply_to|service (is|does|has)");

  private static final Pattern CONTACT = Pattern.compile("phone_number|email_address");

  private NotifyAnswers() {}

  static Handover of(NotificationClientException said) {
    return switch (said.getHttpResult()) {
      case 0 -> unanswered(said);
      case 400 -> rejected(said);
      case 401, 403 -> new Postponed("credentials", RetryAfter.REPAIR);
      case 429 -> throttled(said);
      // As its documentation has it: not processed, to be sent again.
      case 500, 503 -> new Postponed("unavailable", Duration.ZERO);
      default -> range(said.getHttpResult());
    };
  }

  private static Handover range(int status) {
    if (status < 400) {
      return new Unknown("no-reference");
    }
    return status > 500 ? new Unknown("server-error") : new Refused("rejected-" + status);
  }

  private static Handover unanswered(NotificationClientException said) {
    return Unreached.because(said)
        ? new Postponed("unreachable", Duration.ZERO)
        : new Unknown("no-answer");
  }

  private static Handover rejected(NotificationClientException said) {
    if (CONTACT.matcher(words(said)).find()) {
      return new Refused("rejected-400", true);
    }
    return ACCOUNT.matcher(words(said)).find() && !words(said).contains("character count")
        ? new Postponed("account", RetryAfter.REPAIR)
        : new Refused("rejected-400");
  }

  /** A minute's limit is over soon, a day's limit is not. */
  private static Handover throttled(NotificationClientException said) {
    var day = words(said).contains("toomanyrequests");
    return new Postponed("throttled", day ? Duration.ofMinutes(30) : Duration.ofSeconds(5));
  }

  private static String words(NotificationClientException said) {
    return String.valueOf(said.getMessage()).toLowerCase(Locale.ROOT);
  }
}
