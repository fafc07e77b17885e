package uk.followmycase.identity.oauth;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.Staff.Refusal;

/**
 * What the forces' identity providers say of themselves, asked when somebody first signs in and now
 * and then again. One that is silent is left alone for a moment, and holds nobody up for long.
 */
@Component
class StaffIssuers {

  private static final Logger LOG = LoggerFactory.getLogger(StaffIssuers.class);

  private static final int PATIENCE_MILLIS = 3_000;
  private static final int MOST_BYTES = 262_144;
  private static final int SELDOM_MILLIS = 5_000;
  private static final Duration BELIEVED = Duration.ofMinutes(10);
  private static final int AT_ONCE = 4;
  private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Map<String, Instant> silent = new ConcurrentHashMap<>();
  private final Map<String, Semaphore> turns = new ConcurrentHashMap<>();
  private final Map<String, Semaphore> hearing = new ConcurrentHashMap<>();
  private final Clock clock;

  StaffIssuers(Clock clock) {
    this.clock = clock;
  }

  /**
   * A provider's own description, and its keys: read again when a token names one that is not among
   * them.
   *
   * @param keysForCallers the same for tokens that anybody can bring, and so make us ask: seldom
   */
  record Known(
      OIDCProviderMetadata says,
      JWKSource<SecurityContext> keys,
      JWKSource<SecurityContext> keysForCallers,
      Instant readAt) {

    boolean old(Instant now) {
      return !readAt.plus(BELIEVED).isAfter(now);
    }
  }

  /**
   * The provider with this issuer.
   *
   * @throws StaffTurnedAway when it does not answer, or not for this issuer
   */
  Known of(String issuer) {
    var now = clock.instant();
    var before = known.get(issuer);
    if (before != null && !before.old(now)) {
      return before;
    }
    if (Optional.ofNullable(silent.get(issuer)).filter(since -> recent(since, now)).isPresent()) {
      throw new StaffTurnedAway(Refusal.PROVIDER_SILENT);
    }
    return inTurn(issuer, () -> asked(issuer));
  }

  /** What it said of itself when it was last asked, however long ago. */
  Optional<Known> remembered(String issuer) {
    return Optional.ofNullable(known.get(issuer));
  }

  /**
   * Hears what somebody brings as a provider's word. That somebody is out is seldom said twice: it
   * has turns of its own, which those who sign in do not take, and waits for one.
   *
   * @throws StaffTurnedAway when no turn came
   */
  <T> T heard(String issuer, Supplier<T> word) {
    var turn = hearing.computeIfAbsent(issuer, unheard -> new Semaphore(AT_ONCE));
    try {
      if (!turn.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new StaffTurnedAway(Refusal.PROVIDER_SILENT);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new StaffTurnedAway(Refusal.PROVIDER_SILENT, stopping);
    }
    try {
      return word.get();
    } finally {
      turn.release();
    }
  }

  /**
   * Asks a provider something. Few wait on one at a time, so that one that is slow leaves the
   * threads of requests to everybody else; whoever comes on top is told so at once.
   */
  <T> T inTurn(String issuer, Supplier<T> question) {
    var turn = turns.computeIfAbsent(issuer, unasked -> new Semaphore(AT_ONCE));
    if (!turn.tryAcquire()) {
      throw new StaffTurnedAway(Refusal.PROVIDER_SILENT);
    }
    try {
      return question.get();
    } finally {
      turn.release();
    }
  }

  /** Every request of ours gives up in time, and goes where it was meant to. */
  static void hurry(HTTPRequest request) {
    request.setConnectTimeout(PATIENCE_MILLIS);
    request.setReadTimeout(PATIENCE_MILLIS);
    request.setFollowRedirects(false);
  }

  private static boolean recent(Instant since, Instant now) {
    return since.plus(LEFT_ALONE).isAfter(now);
  }

  /**
   * What it says of itself at this very moment.
   *
   * @throws StaffTurnedAway as {@link #of} does
   */
  Known asked(String issuer) {
    var now = clock.instant();
    try {
      var says = OIDCProviderMetadata.resolve(new Issuer(issuer), StaffIssuers::hurry);
      if (!encrypted(issuer, says)) {
        throw new StaffTurnedAway(Refusal.NOT_BELIEVED);
      }
      var before = known.get(issuer);
      tell(says, before == null);
      var fresh = known(says, before, now);
      known.put(issuer, fresh);
      silent.remove(issuer);
      return fresh;
    } catch (IOException | GeneralException failed) {
      silent.put(issuer, now);
      throw new StaffTurnedAway(Refusal.PROVIDER_SILENT, failed);
    }
  }

  private static void tell(OIDCProviderMetadata says, boolean first) {
    if (first && !says.supportsBackChannelLogout()) {
      LOG.warn(
          "{} does not tell us who is out (backchannel_logout_supported): whom it takes a role from"
              + " has it here until it is next asked",
          says.getIssuer());
    }
  }

  /** Whoever is asked for by https is not to lead us, or a secret, astray in clear. */
  private static boolean encrypted(String issuer, OIDCProviderMetadata says) {
    return issuer.startsWith("http:")
        || Stream.of(
                says.getAuthorizationEndpointURI(),
                says.getTokenEndpointURI(),
                says.getJWKSetURI(),
                says.getEndSessionEndpointURI())
            .filter(Objects::nonNull)
            .allMatch(address -> "https".equals(address.getScheme()));
  }

  /** Tokens that we fetch come from the provider alone: nobody else makes us ask for its keys. */
  private static Known known(OIDCProviderMetadata says, @Nullable Known before, Instant now)
      throws IOException {
    var address = says.getJWKSetURI();
    return before != null && before.says().getJWKSetURI().equals(address)
        ? new Known(says, before.keys(), before.keysForCallers(), now)
        : new Known(
            says,
            keys(address).rateLimited(false).build(),
            keys(address).rateLimited(SELDOM_MILLIS).outageTolerant(true).build(),
            now);
  }

  private static JWKSourceBuilder<SecurityContext> keys(URI address) throws IOException {
    var retriever = new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES);
    return JWKSourceBuilder.create(address.toURL(), retriever);
  }
}
