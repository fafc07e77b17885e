package uk.followmycase.identity.oauth;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.followmycase.identity.Staff.Farewell;
import uk.followmycase.identity.Staff.Vouched;
import uk.followmycase.identity.oauth.StaffTokens.Believed;
import uk.followmycase.tenancy.StaffProvider;

/** Reads from an ID token what the force's file says stands there, and nothing else. */
final class StaffClaims {

  private static final int LONGEST = 100;
  private static final int MOST_UNITS = 100;

  /** What an address can carry everywhere. */
  private static final int LONGEST_HINT = 4_000;

  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final Pattern NOT_PRINTED = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  private StaffClaims() {}

  /** Of ten thousand groups, only those that the mapping names go on. */
  static Vouched vouched(
      StaffProvider provider, OIDCProviderMetadata says, Believed believed, Instant now) {
    var claims = believed.claims();
    var names = provider.claims();
    var groups =
        texts(claims.getClaim(names.groups())).stream()
            .filter(provider.roles()::containsKey)
            .collect(Collectors.toUnmodifiableSet());
    var collarNumber = names.collarNumber();
    return new Vouched(
        provider,
        claims.getSubject().getValue(),
        groups,
        text(claims, names.name()),
        collarNumber == null || text(claims, collarNumber).isEmpty()
            ? null
            : text(claims, collarNumber),
        units(names.units(), claims),
        provedAt(claims, now),
        claims.getSessionID() == null ? null : claims.getSessionID().getValue(),
        farewell(provider, says, believed));
  }

  /** A provider whose clock is a little ahead has asked just now; one far ahead says nothing. */
  private static @Nullable Instant provedAt(IDTokenClaimsSet claims, Instant now) {
    var said = claims.getAuthenticationTime();
    if (said == null || said.toInstant().isAfter(now.plus(SKEW))) {
      return null;
    }
    return said.toInstant().isAfter(now) ? now : said.toInstant();
  }

  /** Only where it can end a session of its own for us. */
  private static @Nullable Farewell farewell(
      StaffProvider provider, OIDCProviderMetadata says, Believed believed) {
    var address = says.getEndSessionEndpointURI();
    var token = believed.token();
    return address == null
        ? null
        : new Farewell(address, provider.clientId(), token.length() <= LONGEST_HINT ? token : null);
  }

  /** Of very many units, the first hundred count. */
  private static Set<String> units(@Nullable String name, IDTokenClaimsSet claims) {
    return name == null
        ? Set.of()
        : texts(claims.getClaim(name)).stream()
            .limit(MOST_UNITS)
            .map(StaffClaims::plain)
            .filter(unit -> !unit.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  private static String text(IDTokenClaimsSet claims, String name) {
    var claim = claims.getClaim(name);
    return claim instanceof String || claim instanceof Number ? plain(claim.toString()) : "";
  }

  private static String plain(String said) {
    var plain = NOT_PRINTED.matcher(said).replaceAll("").strip();
    return plain.codePointCount(0, plain.length()) <= LONGEST
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST));
  }

  private static List<String> texts(@Nullable Object claim) {
    return switch (claim) {
      case String one -> List.of(one);
      case List<?> many ->
          many.stream().filter(String.class::isInstance).map(String.class::cast).toList();
      case null, default -> List.of();
    };
  }
}
