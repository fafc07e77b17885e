package uk.followmycase.delivery.receipts;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.delivery.Receipts;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceSettings.Sender;
import uk.followmycase.tenancy.Forces;

/** Events of Amazon SES, brought by SNS topics that forces name in their files. */
@RestController
class SesReceipts {

  static final String PATH = "/api/receipts/ses";

  private static final String TOPIC = "x-amz-sns-topic-arn";
  private static final Logger LOG = LoggerFactory.getLogger(SesReceipts.class);

  private final SnsSignature signature;
  private final Amazon amazon;
  private final Forces forces;
  private final Receipts receipts;
  private final JsonMapper json;

  SesReceipts(
      SnsSignature signature, Amazon amazon, Forces forces, Receipts receipts, JsonMapper json) {
    this.signature = signature;
    this.amazon = amazon;
    this.forces = forces;
    this.receipts = receipts;
    this.json = json;
  }

  /**
   * Strangers come by the same addresses as our own topics and are not to be kept out by those: of
   * what is theirs by its own word nothing is read. Whatever cannot be found out now is answered so
   * that Amazon sends it again.
   */
  @PostMapping(PATH)
  ResponseEntity<Void> post(
      @RequestHeader(name = TOPIC, required = false) @Nullable String topic,
      HttpServletRequest request)
      throws IOException {
    if (topic != null && served(topic).isEmpty()) {
      return answer(HttpStatus.FORBIDDEN);
    }
    var body = Posted.read(request);
    if (body.isEmpty()) {
      return answer(HttpStatus.CONTENT_TOO_LARGE);
    }
    var message = read(body.get(), SnsEnvelope.class);
    return message.isEmpty() ? answer(HttpStatus.BAD_REQUEST) : taken(message.get());
  }

  private ResponseEntity<Void> taken(SnsEnvelope message) {
    try {
      return answer(take(message));
    } catch (IOException unanswered) {
      LOG.warn("A receipt cannot be checked now: {}", unanswered.getClass().getName());
      return answer(HttpStatus.SERVICE_UNAVAILABLE);
    }
  }

  private HttpStatus take(SnsEnvelope message) throws IOException {
    var served = served(message.topic());
    if (served.isEmpty() || !signature.genuine(message, old(served, message))) {
      return refused(message, served);
    }
    if (message.confirmation()) {
      return confirm(message);
    }
    if (message.notification()) {
      hear(message, served);
    }
    return HttpStatus.NO_CONTENT;
  }

  private List<Force> served(@Nullable String topic) {
    return forces.all().stream()
        .filter(force -> senders(force, topic).findAny().isPresent())
        .toList();
  }

  private static Stream<Sender> senders(Force force, @Nullable String topic) {
    return force.settings().channels().values().stream()
        .filter(
            sender -> sender.setting("receiptsTopic").filter(it -> it.equals(topic)).isPresent());
  }

  /** Whether all forces of this topic take its signatures by SHA-1, since they cannot but. */
  private static boolean old(List<Force> served, SnsEnvelope message) {
    return served.stream()
        .flatMap(force -> senders(force, message.topic()))
        .allMatch(
            sender -> sender.setting("receiptsSignature").equals(Optional.of(SnsSignature.OLD)));
  }

  private static HttpStatus refused(SnsEnvelope message, List<Force> served) {
    if (!served.isEmpty() && SnsSignature.OLD.equals(message.signatureVersion())) {
      LOG.warn("Topic {} signs by SHA-1: set its SignatureVersion to 2", message.topic());
    }
    return HttpStatus.FORBIDDEN;
  }

  /** Signed by Amazon, of a topic that we asked for, at Amazon's own address: then yes. */
  private HttpStatus confirm(SnsEnvelope message) throws IOException {
    var address = URI.create(String.valueOf(message.subscribeUrl()));
    var region = String.valueOf(message.topic()).split(":")[3];
    if (!"https".equals(address.getScheme())
        || !("sns." + region + ".amazonaws.com").equals(address.getHost())) {
      return HttpStatus.FORBIDDEN;
    }
    amazon.get(address);
    LOG.info("Receipts of topic {} come from here on", message.topic());
    return HttpStatus.NO_CONTENT;
  }

  private void hear(SnsEnvelope message, List<Force> served) {
    var said =
        Optional.ofNullable(message.message())
            .flatMap(
                it -> read(it.getBytes(java.nio.charset.StandardCharsets.UTF_8), SesEvent.class));
    var slug = said.flatMap(SesEvent::force);
    var force = served.stream().filter(it -> slug.equals(Optional.of(it.slug()))).findFirst();
    var receipt = said.flatMap(SesReceipts::receipt);
    if (force.isPresent() && receipt.isPresent()) {
      ForceBinding.run(force.get().id(), () -> receipts.heard(List.of(receipt.get())));
    }
  }

  private static Optional<Receipts.Receipt> receipt(SesEvent event) {
    try {
      return event.receipt();
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  private <T> Optional<T> read(byte[] body, Class<T> type) {
    try {
      return Optional.ofNullable(json.readValue(body, type));
    } catch (JacksonException unreadable) {
      return Optional.empty();
    }
  }

  private static ResponseEntity<Void> answer(HttpStatus status) {
    return ResponseEntity.status(status).build();
  }
}
