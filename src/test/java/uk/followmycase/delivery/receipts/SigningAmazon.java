package uk.followmycase.delivery.receipts;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Amazon as far as receipts know it, with a key pair of its own. */
final class SigningAmazon implements Amazon {

  static final String TOPIC = "arn:aws:sns:eu-west-2:123456789012:receipts";
  static final String CERTIFICATE =
      "https://sns.eu-west-2.amazonaws.com/SimpleNotificationService-"
          + "0123456789abcdef0123456789abcdef.pem";

  private static final char[] PASSWORD = "password".toCharArray();

  private final List<URI> asked = new ArrayList<>();
  private final KeyStore keys;
  private boolean silent;

  SigningAmazon(String named) {
    try {
      var file = Files.createTempDirectory("signing").resolve("keys.p12");
      var keytool = System.getProperty("java.home") + "/bin/keytool";
      var command =
          List.of(
              keytool,
              "-genkeypair",
              "-alias",
              "a",
              "-keyalg",
              "RSA",
              "-keysize",
              "2048",
              "-dname",
              "CN=" + named,
              "-ext",
              "san=dns:" + named,
              "-validity",
              "3650",
              "-startdate",
              "-1d",
              "-keystore",
              file.toString(),
              "-storepass",
              "password");
      var made = new ProcessBuilder(command).redirectErrorStream(true).start();
      made.getInputStream().readAllBytes();
      if (made.waitFor() != 0) {
        throw new IllegalStateException("keytool made no key");
      }
      keys = KeyStore.getInstance(file.toFile(), PASSWORD);
    } catch (IOException | GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public byte[] get(URI address) throws IOException {
    if (silent) {
      throw new IOException("no answer");
    }
    asked.add(address);
    try {
      var encoded = Base64.getMimeEncoder().encodeToString(keys.getCertificate("a").getEncoded());
      return ("-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n")
          .getBytes(StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException failed) {
      throw new IOException(failed);
    }
  }

  List<URI> asked() {
    return asked;
  }

  void silent(boolean now) {
    silent = now;
  }

  /** A notification as SNS posts it. */
  Map<String, String> notification(String message) {
    var posted = new LinkedHashMap<String, String>();
    posted.put("Type", "Notification");
    posted.put("MessageId", "165545c9-2a5c-472c-8df2-7ff2be2b3b1b");
    posted.put("TopicArn", TOPIC);
    posted.put("Message", message);
    posted.put("Timestamp", "2026-05-02T00:54:06.000Z");
    return signed(posted);
  }

  /** The question whether we want a topic. */
  Map<String, String> confirmation(String address) {
    var posted = new LinkedHashMap<String, String>();
    posted.put("Type", "SubscriptionConfirmation");
    posted.put("MessageId", "165545c9-2a5c-472c-8df2-7ff2be2b3b1c");
    posted.put("Token", "2336412f37");
    posted.put("TopicArn", TOPIC);
    posted.put("Message", "You have chosen to subscribe");
    posted.put("SubscribeURL", address);
    posted.put("Timestamp", "2026-05-02T00:54:06.655Z");
    return signed(posted);
  }

  /** With its signature, over names and values sorted by name. */
  private Map<String, String> signed(Map<String, String> posted) {
    return signed(posted, "2", "SHA256withRSA");
  }

  /** The same, as topics sign that nobody has set otherwise. */
  Map<String, String> byTheOldWay(Map<String, String> posted) {
    var unsigned = new LinkedHashMap<>(posted);
    unsigned
        .keySet()
        .removeAll(List.of("SignatureVersion", "Signature", "SigningCertURL", "UnsubscribeURL"));
    return signed(unsigned, "1", "SHA1withRSA");
  }

  private Map<String, String> signed(Map<String, String> posted, String version, String algorithm) {
    try {
      var text = new StringBuilder();
      new TreeMap<>(posted)
          .forEach((name, value) -> text.append(name).append('\n').append(value).append('\n'));
      var signature = Signature.getInstance(algorithm);
      signature.initSign((PrivateKey) keys.getKey("a", PASSWORD));
      signature.update(text.toString().getBytes(StandardCharsets.UTF_8));
      posted.put("SignatureVersion", version);
      posted.put("Signature", Base64.getEncoder().encodeToString(signature.sign()));
      posted.put("SigningCertURL", CERTIFICATE);
      posted.put("UnsubscribeURL", "https://sns.eu-west-2.amazonaws.com/?Action=Unsubscribe");
      return posted;
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
  }

  static SnsEnvelope read(Map<String, String> posted) {
    return JsonMapper.shared()
        .readValue(JsonMapper.shared().writeValueAsString(posted), SnsEnvelope.class);
  }
}
