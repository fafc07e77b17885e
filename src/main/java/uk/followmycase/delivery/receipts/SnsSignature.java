package uk.followmycase.delivery.receipts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells whether Amazon SNS signed a message. Our own, since the kept library for it wants a second
 * HTTP client and signs times anew from a clock's reading, which refuses every thousandth message:
 * what was signed is compared here letter by letter as it came.
 */
@Component
class SnsSignature {

  /** By SHA-1, in which others can make two messages that one signature fits. */
  static final String OLD = "1";

  private static final Map<String, String> ALGORITHMS =
      Map.of(OLD, "SHA1withRSA", "2", "SHA256withRSA");

  private static final Pattern TOPIC =
      Pattern.compile("arn:aws:sns:([a-z]{2}(?:-[a-z]+)+-\\d):\\d{12}:[A-Za-z0-9_.-]{1,256}");

  private final SnsCertificates certificates;

  SnsSignature(SnsCertificates certificates) {
    this.certificates = certificates;
  }

  /**
   * Whether it did.
   *
   * @param old whether a signature by SHA-1 will do
   * @throws IOException when that cannot be found out now
   */
  boolean genuine(SnsEnvelope message, boolean old) throws IOException {
    if (!old && OLD.equals(message.signatureVersion())) {
      return false;
    }
    var topic = TOPIC.matcher(String.valueOf(message.topic()));
    var address = message.certificateUrl();
    if (!topic.matches() || address == null) {
      return false;
    }
    var certificate = certificates.at(address, topic.group(1));
    return certificate.isPresent() && signed(message, certificate.get());
  }

  private static boolean signed(SnsEnvelope message, X509Certificate certificate) {
    @Nullable String algorithm = ALGORITHMS.get(String.valueOf(message.signatureVersion()));
    if (algorithm == null || message.signature() == null) {
      return false;
    }
    try {
      var signature = Signature.getInstance(algorithm);
      signature.initVerify(certificate.getPublicKey());
      signature.update(message.signed().getBytes(StandardCharsets.UTF_8));
      return signature.verify(Base64.getDecoder().decode(message.signature()));
    } catch (GeneralSecurityException | IllegalArgumentException broken) {
      return false;
    }
  }
}
