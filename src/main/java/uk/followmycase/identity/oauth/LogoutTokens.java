package uk.followmycase.identity.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.identity.NationalStaff;
import uk.followmycase.identity.Staff.Over;
import uk.followmycase.identity.oauth.StaffIssuers.Known;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.StaffProvider;

/** Reads what providers send to say that somebody is out. Whatever is not proved ends nobody. */
@Component
class LogoutTokens {

  private static final int LONGEST = 8_000;

  /** A provider says so at once; who kept a token must not use it later. */
  static final Duration GOOD_FOR = Duration.ofMinutes(5);

  private final Forces forces;
  private final NationalStaff national;
  private final StaffIssuers issuers;
  private final Clock clock;

  LogoutTokens(Forces forces, NationalStaff national, StaffIssuers issuers, Clock clock) {
    this.forces = forces;
    this.national = national;
    this.issuers = issuers;
    this.clock = clock;
  }

  /**
   * What a token proves to be over.
   *
   * @param id of the token, with its issuer's: for once
   * @param meant the forces whose files list that provider
   * @param national whether it is the platform's own provider
   */
  record Proved(String id, Over over, List<Force> meant, boolean national) {}

  /** Empty for whatever is not a provider's own word to us, said just now. */
  Optional<Proved> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var token = JWTParser.parse(text);
      var issuer = token.getJWTClaimsSet() == null ? null : token.getJWTClaimsSet().getIssuer();
      return issuer == null ? Optional.empty() : proved(issuer, token);
    } catch (ParseException malformed) {
      return Optional.empty();
    }
  }

  private Optional<Proved> proved(String issuer, JWT token) {
    var meant = forces.all().stream().filter(force -> lists(force, issuer)).toList();
    var own = national.provider().filter(provider -> provider.issuer().equals(issuer));
    return Stream.concat(
            meant.stream().flatMap(force -> force.settings().staff().stream()), own.stream())
        .filter(provider -> provider.issuer().equals(issuer))
        .map(StaffProvider::clientId)
        .distinct()
        .flatMap(client -> believed(issuer, client, token).stream())
        .findFirst()
        .map(claims -> new Proved(id(claims), over(issuer, claims), meant, own.isPresent()));
  }

  private static boolean lists(Force force, String issuer) {
    return force.settings().staff().stream().anyMatch(one -> one.issuer().equals(issuer));
  }

  /** By what the provider said of itself last: one that is slow now is believed all the same. */
  private Optional<LogoutTokenClaimsSet> believed(String issuer, String client, JWT token) {
    try {
      return issuers.heard(
          issuer,
          () ->
              issuers
                  .remembered(issuer)
                  .flatMap(known -> claims(known, client, token))
                  .or(() -> claims(issuers.of(issuer), client, token))
                  .filter(this::saidJustNow));
    } catch (StaffTurnedAway silent) {
      return Optional.empty();
    }
  }

  private static Optional<LogoutTokenClaimsSet> claims(Known known, String client, JWT token) {
    var keys =
        new JWSVerificationKeySelector<>(JWSAlgorithm.Family.SIGNATURE, known.keysForCallers());
    var validator =
        new LogoutTokenValidator(known.says().getIssuer(), new ClientID(client), keys, null);
    try {
      return Optional.of(validator.validate(token));
    } catch (BadJOSEException | JOSEException unbelievable) {
      return Optional.empty();
    }
  }

  private boolean saidJustNow(LogoutTokenClaimsSet claims) {
    var said = claims.getIssueTime();
    var now = clock.instant();
    return said != null
        && claims.getJWTID() != null
        && said.toInstant().isAfter(now.minus(GOOD_FOR))
        && said.toInstant().isBefore(now.plus(GOOD_FOR))
        && notOver(claims.getExpirationTime(), now);
  }

  private static boolean notOver(@Nullable Date end, Instant now) {
    return end == null || end.toInstant().isAfter(now);
  }

  private static String id(LogoutTokenClaimsSet claims) {
    var issuer = claims.getIssuer().getValue();
    return issuer.length() + "/" + issuer + Objects.requireNonNull(claims.getJWTID()).getValue();
  }

  private static Over over(String issuer, LogoutTokenClaimsSet claims) {
    var subject = claims.getSubject();
    var session = claims.getSessionID();
    return new Over(
        issuer,
        subject == null ? null : subject.getValue(),
        session == null ? null : session.getValue());
  }
}
