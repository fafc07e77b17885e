package uk.followmycase.cases.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What goes over the wire, as Standard Webhooks has it.
 *
 * @param id the same whenever it is told again
 * @param body never about anybody
 */
record Message(String id, Instant at, String body) {

  String timestamp() {
    return Long.toString(at.getEpochSecond());
  }

  /**
   * Signed with each key, so that the receiver can change from one to the other in its own time.
   */
  String signature(List<String> secrets) {
    return secrets.stream().map(this::signed).collect(Collectors.joining(" "));
  }

  private String signed(String secret) {
    try {
      return new Webhook(secret).sign(id, at.getEpochSecond(), body);
    } catch (WebhookSigningException | EmptyWebhookSecretException noKey) {
      throw new IllegalStateException("A key cannot sign");
    }
  }
}
