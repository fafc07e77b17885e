package uk.followmycase.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.tenancy.keys.Digests;

/** A force's identity provider, honest until a test makes it say something else. */
final class SomeProvider {

  static final String SECRET = "a secret between us and the provider";

  private final String name;
  private final HttpServer server;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private volatile RSAKey key = freshKey();
  private volatile Says says = Says.HONESTLY;
  private volatile CountDownLatch hurry = new CountDownLatch(0);
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile int status = 200;
  private volatile boolean down;
  private volatile boolean mute;

  /** How it makes an ID token of its claims. */
  interface Says {

    /** As a provider should. */
    Says HONESTLY = (claims, key) -> signed(claims.build(), key);

    String token(JWTClaimsSet.Builder claims, RSAKey key) throws JOSEException;
  }

  SomeProvider(String name) {
    this.name = name;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/.well-known/openid-configuration", this::describe);
    server.createContext("/keys", at -> send(at, 200, keys()));
    server.createContext("/token", this::token);
    server.start();
  }

  String name() {
    return name;
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Honest again, with the key it has. */
  void behave() {
    says = Says.HONESTLY;
    status = 200;
    down = false;
    mute = false;
    hurry.countDown();
  }

  void says(Says otherwise) {
    says = otherwise;
  }

  /** Answers every question for a token with this status. */
  void fails(int with) {
    status = with;
  }

  /** Answers nothing but that it cannot. */
  void isDown() {
    status = 503;
    down = true;
  }

  /** Answers for tokens only when it behaves again. */
  void hangs() {
    hurry = new CountDownLatch(1);
  }

  /** The same, and describes itself no sooner either. */
  void isMute() {
    hangs();
    mute = true;
  }

  /** How many wait for its answer. */
  int waiting() {
    return waiting.get();
  }

  void changesKeys() {
    key = freshKey();
  }

  /** Somebody signs in there: the query that the browser brings back. */
  String vouch(String asked, Map<String, Object> person) {
    var query = query(URI.create(asked).getRawQuery());
    var code = Digests.token();
    query.put("person", JsonMapper.shared().writeValueAsString(person));
    codes.put(code, query);
    return "code=%s&state=%s&iss=%s".formatted(code, query.get("state"), issuer());
  }

  private void describe(HttpExchange at) throws IOException {
    if (mute) {
      waiting.incrementAndGet();
      awaitHurry();
      waiting.decrementAndGet();
    }
    send(at, down ? 503 : 200, metadata());
  }

  private void token(HttpExchange at) throws IOException {
    var sent = query(new String(at.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    waiting.incrementAndGet();
    awaitHurry();
    waiting.decrementAndGet();
    var asked = codes.remove(String.valueOf(sent.get("code")));
    if (status != 200) {
      send(at, status, "{\"error\":\"server_error\"}");
    } else if (asked == null || !known(at) || !proved(asked, sent)) {
      send(at, 400, "{\"error\":\"invalid_grant\"}");
    } else {
      send(at, 200, tokens(asked));
    }
  }

  private void awaitHurry() {
    try {
      hurry.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean known(HttpExchange at) {
    var expected = "follow-my-case:" + SECRET.replace(" ", "+");
    var sent = String.valueOf(at.getRequestHeaders().getFirst("Authorization"));
    return sent.equals(
        "Basic " + Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8)));
  }

  private static boolean proved(Map<String, String> asked, Map<String, String> sent) {
    var proof = Digests.sha256(String.valueOf(sent.get("code_verifier")));
    return "S256".equals(asked.get("code_challenge_method"))
        && Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(proof)
            .equals(asked.get("code_challenge"))
        && String.valueOf(asked.get("redirect_uri")).equals(sent.get("redirect_uri"));
  }

  private String tokens(Map<String, String> asked) {
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience("follow-my-case")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .claim("nonce", asked.get("nonce"));
    JsonMapper.shared()
        .readValue(String.valueOf(asked.get("person")), Map.class)
        .forEach((claim, value) -> claims.claim((String) claim, value));
    try {
      return JsonMapper.shared()
          .writeValueAsString(
              Map.of(
                  "access_token", Digests.token(),
                  "token_type", "Bearer",
                  "id_token", says.token(claims, key)));
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** That somebody is out, as it tells us: with what a test makes of it. */
  String loggedOut(Instant at, UnaryOperator<JWTClaimsSet.Builder> told) {
    return loggedOut(at, told, Says.HONESTLY);
  }

  /** The same by a provider that lies. */
  String loggedOut(Instant at, UnaryOperator<JWTClaimsSet.Builder> told, Says lies) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience("follow-my-case")
            .issueTime(Date.from(at))
            .expirationTime(Date.from(at.plusSeconds(120)))
            .jwtID(Digests.token())
            .claim("events", Map.of(LogoutTokenClaimsSet.EVENT_TYPE, Map.of()));
    try {
      return lies.token(told.apply(claims), key);
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  static RSAKey freshKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(Digests.token()).generate();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private String metadata() {
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "issuer",
                issuer(),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "jwks_uri",
                issuer() + "/keys",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("RS256"),
                "authorization_response_iss_parameter_supported",
                true));
  }

  private String keys() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  private static Map<String, String> query(String query) {
    return new ConcurrentHashMap<>(
        UriComponentsBuilder.newInstance()
            .query(query)
            .build()
            .getQueryParams()
            .toSingleValueMap()
            .entrySet()
            .stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> URLDecoder.decode(entry.getValue(), StandardCharsets.UTF_8))));
  }

  private static void send(HttpExchange at, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    at.getResponseHeaders().set("Content-Type", "application/json");
    at.sendResponseHeaders(status, bytes.length);
    at.getResponseBody().write(bytes);
    at.close();
  }
}
