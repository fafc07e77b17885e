package uk.followmycase.identity.oauth;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.followmycase.tenancy.keys.Digests;

/**
 * What this browser must bring back from a provider, and for which workplace and provider it left:
 * one trip at a time, kept in its session at the sign-in host.
 *
 * @param anew whether the provider was told to ask who it is, whomever it knows already
 */
record StaffTrip(
    String workplace,
    String provider,
    String state,
    String nonce,
    String verifier,
    Instant begun,
    boolean anew) {

  private static final String KEY = "staff-trip";
  private static final String BETWEEN = " ";
  private static final Duration LASTS = Duration.ofMinutes(10);

  /** Clocks of others may differ from ours by this much. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  static StaffTrip begin(String workplace, String provider, boolean anew, Instant now) {
    return new StaffTrip(
        workplace, provider, Digests.token(), Digests.token(), Digests.token(), now, anew);
  }

  /** Whether a provider that asked who it is at this moment did what it was told. */
  boolean satisfied(@Nullable Instant provedAt) {
    return !anew || (provedAt != null && !provedAt.isBefore(begun.minus(SKEW)));
  }

  /** In place of any other. */
  void keep(HttpServletRequest request) {
    var parts =
        List.of(
            workplace, provider, state, nonce, verifier, begun.toString(), Boolean.toString(anew));
    request.getSession().setAttribute(KEY, String.join(BETWEEN, parts));
  }

  /** The trip that this state belongs to: it is over with that, whatever comes of it. */
  static Optional<StaffTrip> end(String state, Instant now, HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(KEY) instanceof String kept)) {
      return Optional.empty();
    }
    var trip = read(List.of(kept.split(BETWEEN)));
    if (!Digests.same(bytes(trip.state()), bytes(state))) {
      return Optional.empty();
    }
    session.removeAttribute(KEY);
    return Optional.of(trip).filter(one -> one.begun().plus(LASTS).isAfter(now));
  }

  State asState() {
    return new State(state);
  }

  Nonce asNonce() {
    return new Nonce(nonce);
  }

  CodeVerifier asVerifier() {
    return new CodeVerifier(verifier);
  }

  private static StaffTrip read(List<String> parts) {
    return new StaffTrip(
        parts.get(0),
        parts.get(1),
        parts.get(2),
        parts.get(3),
        parts.get(4),
        Instant.parse(parts.get(5)),
        Boolean.parseBoolean(parts.get(6)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "staff trip to " + provider;
  }
}
