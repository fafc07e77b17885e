package uk.followmycase.delivery.internal;

import java.util.Properties;
import uk.followmycase.tenancy.ForceSettings.Sender;

/** How a relay is spoken with. */
final class SmtpWire {

  private SmtpWire() {}

  /**
   * Greeted by the sender's domain: this machine's own name would stand in every e-mail. TLS unless
   * the relay is on this machine and the force says that there is none.
   */
  static Properties properties(Sender via, DeliverySettings settings) {
    var security = via.setting("security").orElse("starttls");
    var properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", via.setting("host").orElseThrow());
    Mail.domain(via).ifPresent(domain -> properties.setProperty("mail.smtp.localhost", domain));
    properties.setProperty("mail.smtp.port", via.setting("port").orElse(port(security)));
    properties.setProperty("mail.smtp.auth", flag(via.setting("user").isPresent()));
    properties.setProperty("mail.smtp.ssl.enable", flag(security.equals("tls")));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.starttls.enable", flag(security.equals("starttls")));
    properties.setProperty("mail.smtp.starttls.required", flag(security.equals("starttls")));
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.setProperty("mail.mime.allowutf8", "true");
    timeouts(properties, settings);
    return properties;
  }

  private static void timeouts(Properties properties, DeliverySettings settings) {
    var answer = Long.toString(settings.answerWithin().toMillis());
    properties.setProperty(
        "mail.smtp.connectiontimeout", Long.toString(settings.connectWithin().toMillis()));
    properties.setProperty("mail.smtp.timeout", answer);
    properties.setProperty("mail.smtp.writetimeout", answer);
  }

  private static String port(String security) {
    return switch (security) {
      case "tls" -> "465";
      case "none" -> "25";
      default -> "587";
    };
  }

  private static String flag(boolean value) {
    return Boolean.toString(value);
  }
}
