package uk.followmycase.delivery.receipts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What Amazon SNS posts; not to be believed before its signature is. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SnsEnvelope(
    @JsonProperty("Type") @Nullable String type,
    @JsonProperty("MessageId") @Nullable String id,
    @JsonProperty("TopicArn") @Nullable String topic,
    @JsonProperty("Subject") @Nullable String subject,
    @JsonProperty("Message") @Nullable String message,
    @JsonProperty("Timestamp") @Nullable String timestamp,
    @JsonProperty("Token") @Nullable String token,
    @JsonProperty("SubscribeURL") @Nullable String subscribeUrl,
    @JsonProperty("SignatureVersion") @Nullable String signatureVersion,
    @JsonProperty("Signature") @Nullable String signature,
    @JsonProperty("SigningCertURL") @Nullable String certificateUrl) {

  static final String NOTIFICATION = "Notification";
  static final String CONFIRMATION = "SubscriptionConfirmation";

  boolean notification() {
    return NOTIFICATION.equals(type);
  }

  boolean confirmation() {
    return CONFIRMATION.equals(type);
  }

  /** What was signed, as Amazon's documentation has it: names and values in turn, a line each. */
  String signed() {
    var signed = new StringBuilder();
    add(signed, "Message", message);
    add(signed, "MessageId", id);
    if (notification()) {
      add(signed, "Subject", subject);
    } else {
      add(signed, "SubscribeURL", subscribeUrl);
    }
    add(signed, "Timestamp", timestamp);
    if (!notification()) {
      add(signed, "Token", token);
    }
    add(signed, "TopicArn", topic);
    add(signed, "Type", type);
    return signed.toString();
  }

  private static void add(StringBuilder signed, String name, @Nullable String value) {
    if (value != null) {
      signed.append(name).append('\n').append(value).append('\n');
    }
  }

  @Override
  public String toString() {
    return "message " + id;
  }
}
