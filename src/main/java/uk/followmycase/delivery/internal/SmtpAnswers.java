package uk.followmycase.delivery.internal;

import jakarta.mail.MessagingException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import uk.followmycase.delivery.internal.Handover.Postponed;
import uk.followmycase.delivery.internal.Handover.Refused;
import uk.followmycase.delivery.internal.Handover.Unknown;

/** Reads a relay's answers by their numbers; its words may quote an address. */
final class SmtpAnswers {

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
      case SMTPAddressFailedException address -> number(address.getReturnCode());
      case SMTPSenderFailedException sender -> sender(sender.getReturnCode());
      case SMTPSendFailedException send when send.getCommand().startsWith("MAIL") ->
          sender(send.getReturnCode());
      case SMTPSendFailedException send -> number(send.getReturnCode());
      default -> new Unknown("no-answer");
    };
  }

  /** It will not have our sender, whoever the notice is for. */
  private static Handover sender(int code) {
    return code >= 500 ? new Postponed("account", RetryAfter.REPAIR) : number(code);
  }

  private static Handover number(int code) {
    return switch (code) {
      case 421, 450, 451, 452 -> new Postponed("throttled", Duration.ZERO);
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
