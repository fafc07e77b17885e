package uk.followmycase.delivery.receipts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Receipts.Receipt;
import uk.followmycase.delivery.Receipts.Word;

/** What SES says of an e-mail. It also quotes addresses, which are not read. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SesEvent(
    @Nullable String eventType,
    @Nullable Mail mail,
    @Nullable Bounce bounce,
    @Nullable At complaint,
    @Nullable At delivery,
    @Nullable At deliveryDelay) {

  /** The e-mail, and the tags that we gave it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Mail(@Nullable String timestamp, @Nullable Map<String, List<String>> tags) {

    Optional<String> tag(String name) {
      return Optional.ofNullable(tags)
          .map(all -> all.get(name))
          .filter(values -> values.size() == 1)
          .map(List::getFirst);
    }
  }

  /** Why it came back. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Bounce(@Nullable String bounceType, @Nullable String timestamp) {}

  /** When something happened. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record At(@Nullable String timestamp) {}

  /** Folder name of the force, as we tagged it. */
  Optional<String> force() {
    return Optional.ofNullable(mail).flatMap(it -> it.tag("force"));
  }

  /** Empty when it says nothing that we want to know. */
  Optional<Receipt> receipt() {
    var attempt = Optional.ofNullable(mail).flatMap(it -> it.tag("attempt")).flatMap(SesEvent::id);
    var word = word();
    return attempt.isEmpty() || word == null
        ? Optional.empty()
        : Optional.of(new Receipt(attempt.get(), word, at()));
  }

  /** Whatever comes back was given up: only a delay is still tried. */
  private @Nullable Word word() {
    return switch (String.valueOf(eventType)) {
      case "Delivery" -> Word.DELIVERED;
      case "DeliveryDelay" -> Word.TEMPORARY;
      case "Complaint" -> Word.COMPLAINT;
      case "Bounce" ->
          bounce != null && "Permanent".equals(bounce.bounceType())
              ? Word.PERMANENT
              : Word.UNDELIVERED;
      case "Reject", "Rendering Failure" -> Word.UNDELIVERED;
      default -> null;
    };
  }

  private Instant at() {
    return bounce != null
        ? time(bounce.timestamp())
        : time(first(complaint, delivery, deliveryDelay));
  }

  private @Nullable String first(@Nullable At... ats) {
    for (var at : ats) {
      if (at != null && at.timestamp() != null) {
        return at.timestamp();
      }
    }
    return mail == null ? null : mail.timestamp();
  }

  private static Instant time(@Nullable String written) {
    return written == null ? Instant.EPOCH : Instant.parse(written);
  }

  private static Optional<UUID> id(String written) {
    try {
      return Optional.of(UUID.fromString(written));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
