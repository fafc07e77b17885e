package uk.followmycase.delivery.internal;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.internal.Handover.Postponed;
import uk.followmycase.delivery.internal.Handover.Refused;
import uk.followmycase.delivery.internal.Handover.Unknown;

/** Reads a relay's answers by their numbers; its words may quote an address. */
final class SmtpAnswers {

  private static final Pattern EXACT = Pattern.compile("\\b5\\.(\\d{1,3}\\.\\d{1,3})\\b");
  private static final Pattern NOBODY = Pattern.compile("1\\.[1236]|2\\.1");
  private static final Set<Integer> NO_MAILBOX = Set.of(550, 551, 553);

  private SmtpAnswers() {}

  static Handover of(MessagingException said) {
    for (var link = (Exception) said;
        link != null;
        link = link instanceof MessagingException chained ? chained.getNextException() : null) {
      var meant = meaning(link);
      if (!(meant instanceof Unknown)) {
        return meant;
      }
    }
    return new Unknown("no-answer");
  }

  private static Handover meaning(Exception said) {
    return switch (said) {
      case SMTPAddressFailedException contact -> contact(contact);
      case SMTPSenderFailedException sender -> sender(sender.getReturnCode());
      case SMTPSendFailedException send when send.getCommand().startsWith("MAIL") ->
          sender(send.getReturnCode());
      case SMTPSendFailedException send -> number(send.getReturnCode());
      default -> new Unknown("no-answer");
    };
  }

  /** It will not have our sender, whoever the notice is for. */
  private static Handover sender(int code) {
    return code >= 500
        ? new Postponed("account", RetryAfter.REPAIR)
        : new Postponed(Postponed.THROTTLED, Duration.ZERO);
  }

  /** A full mailbox, or one that greets by a list, is one notice's trouble and not the relay's. */
  private static Handover contact(SMTPAddressFailedException said) {
    return switch (number(said.getReturnCode())) {
      case Refused refused ->
          new Refused(refused.fault(), wrong(said.getReturnCode(), said.getMessage()));
      case Postponed later when later.counts() ->
          new Postponed(Postponed.MAILBOX_LATER, later.after());
      case Handover other -> other;
    };
  }

  /** Most refusals say more exactly why (RFC 3463); many are about us and not about the mailbox. */
  private static boolean wrong(int code, @Nullable String words) {
    var exact = EXACT.matcher(String.valueOf(words));
    return exact.find() ? NOBODY.matcher(exact.group(1)).matches() : NO_MAILBOX.contains(code);
  }

  private static Handover number(int code) {
    return switch (code) {
      case 421 -> new Postponed(Postponed.THROTTLED, Duration.ZERO);
      case 530, 535 -> new Postponed("credentials", RetryAfter.REPAIR);
      default -> range(code);
    };
  }

  private static Handover range(int code) {
    if (code < 400) {
      return new Unknown("no-answer");
    }
    return code < 500
        ? new Postponed("unavailable", Duration.ZERO)
        : new Refused("rejected-" + code);
  }
}
