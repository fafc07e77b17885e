package uk.followmycase.delivery.receipts;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Certificates by which SNS signs. Nothing but the address of a region's own SNS is ever asked, and
 * each certificate is fetched once; whatever others are named, few are fetched in a minute.
 */
@Component
class SnsCertificates {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "https://sns\\.([a-z]{2}(?:-[a-z]+)+-\\d)\\.amazonaws\\.com"
              + "/SimpleNotificationService-[0-9a-f]{32}\\.pem");

  private static final String SIGNER = "sns.amazonaws.com";
  private static final int DNS_NAME = 2;
  private static final int MOST = 50;
  private static final int FETCHES_A_MINUTE = 10;

  private final Amazon amazon;
  private final Clock clock;
  private final Map<String, X509Certificate> known = new ConcurrentHashMap<>();
  private final Bucket fetches =
      Bucket.builder()
          .addLimit(
              Bandwidth.builder()
                  .capacity(FETCHES_A_MINUTE)
                  .refillGreedy(FETCHES_A_MINUTE, Duration.ofMinutes(1))
                  .build())
          .build();

  SnsCertificates(Amazon amazon, Clock clock) {
    this.amazon = amazon;
    this.clock = clock;
  }

  /**
   * The certificate at an address.
   *
   * @param region of the topic: another region's certificate proves nothing
   * @throws IOException when Amazon does not answer; it will send the message again
   */
  Optional<X509Certificate> at(String address, String region) throws IOException {
    var named = ADDRESS.matcher(address);
    if (!named.matches() || !named.group(1).equals(region)) {
      return Optional.empty();
    }
    var found = known.get(address);
    if (found == null) {
      found = fetch(address);
      keep(address, found);
    }
    return Optional.of(found).filter(this::good);
  }

  /** Whoever names one that nobody knows costs a call of Amazon: of these there are few. */
  private X509Certificate fetch(String address) throws IOException {
    if (!fetches.tryConsume(1)) {
      throw new IOException("Too many certificates are asked for");
    }
    return read(amazon.get(URI.create(address)));
  }

  private void keep(String address, X509Certificate certificate) {
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(address, certificate);
  }

  private static X509Certificate read(byte[] pem) throws IOException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(pem));
    } catch (CertificateException unreadable) {
      throw new IOException("Amazon's certificate cannot be read", unreadable);
    }
  }

  private boolean good(X509Certificate certificate) {
    try {
      certificate.checkValidity(Date.from(clock.instant()));
      return names(certificate).contains(SIGNER);
    } catch (CertificateException outOfTime) {
      return false;
    }
  }

  private static List<String> names(X509Certificate certificate) throws CertificateException {
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    return names == null
        ? List.of()
        : names.stream()
            .filter(name -> name.get(0).equals(DNS_NAME))
            .map(name -> String.valueOf(name.get(1)))
            .toList();
  }
}
