package uk.followmycase.delivery.receipts;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.delivery.Receipts;
import uk.followmycase.delivery.Receipts.Receipt;
import uk.followmycase.delivery.Receipts.Word;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.NamedSecrets;
import uk.followmycase.tenancy.keys.Digests;

/** Callbacks of GOV.UK Notify, each force's under a token of its own. */
@RestController
class NotifyReceipts {

  private static final String BEARER = "Bearer ";

  /** The attempt, and which of its parts. */
  private static final Pattern REFERENCE = Pattern.compile("([0-9a-f-]{36})-(\\d{1,2})");

  private final Forces forces;
  private final NamedSecrets secrets;
  private final Receipts receipts;
  private final JsonMapper json;

  NotifyReceipts(Forces forces, NamedSecrets secrets, Receipts receipts, JsonMapper json) {
    this.forces = forces;
    this.secrets = secrets;
    this.receipts = receipts;
    this.json = json;
  }

  /** Nothing of a stranger's is read. */
  @PostMapping("/api/receipts/notify/{slug}")
  ResponseEntity<Void> post(
      @PathVariable String slug,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
      HttpServletRequest request)
      throws IOException {
    var force = forces.bySlug(slug).filter(it -> known(it, authorization));
    if (force.isEmpty()) {
      return answer(HttpStatus.FORBIDDEN);
    }
    var body = Posted.read(request);
    if (body.isEmpty()) {
      return answer(HttpStatus.CONTENT_TOO_LARGE);
    }
    var said = read(body.get());
    if (said.isEmpty()) {
      return answer(HttpStatus.BAD_REQUEST);
    }
    receipt(said.get())
        .ifPresent(
            receipt -> ForceBinding.run(force.get().id(), () -> receipts.heard(List.of(receipt))));
    return answer(HttpStatus.NO_CONTENT);
  }

  private boolean known(Force force, String authorization) {
    return authorization.startsWith(BEARER)
        && force.settings().channels().values().stream()
            .flatMap(sender -> sender.setting("callbackToken").stream())
            .flatMap(place -> secrets.at(place).stream())
            .anyMatch(token -> same(token, authorization.substring(BEARER.length())));
  }

  private static boolean same(String one, String other) {
    return Digests.same(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<NotifyCallback> read(byte[] body) {
    try {
      return Optional.ofNullable(json.readValue(body, NotifyCallback.class));
    } catch (JacksonException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Receipt> receipt(NotifyCallback said) {
    var reference = REFERENCE.matcher(String.valueOf(said.reference()));
    var word = word(said.status());
    if (!reference.matches() || word == null) {
      return Optional.empty();
    }
    try {
      var at = said.completedAt() == null ? Instant.EPOCH : Instant.parse(said.completedAt());
      var part = Integer.parseInt(reference.group(2));
      return Optional.of(new Receipt(UUID.fromString(reference.group(1)), part, word, at));
    } catch (DateTimeParseException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** Each of these is Notify's last word about a message. */
  private static @Nullable Word word(@Nullable String status) {
    return switch (String.valueOf(status)) {
      case "delivered" -> Word.DELIVERED;
      case "permanent-failure" -> Word.PERMANENT;
      case "temporary-failure", "technical-failure" -> Word.UNDELIVERED;
      default -> null;
    };
  }

  private static ResponseEntity<Void> answer(HttpStatus status) {
    return ResponseEntity.status(status).build();
  }
}
