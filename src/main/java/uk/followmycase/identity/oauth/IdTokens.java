package uk.followmycase.identity.oauth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Reads ID tokens with the keys we hold, without asking ourselves for them. */
@Component
class IdTokens implements JwtDecoderFactory<ClientRegistration> {

  private final JWKSource<SecurityContext> keys;
  private final Clock clock;

  IdTokens(JWKSource<SecurityContext> keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public JwtDecoder createDecoder(ClientRegistration portal) {
    var validator = new OidcIdTokenValidator(portal);
    validator.setClock(clock);
    var decoder = new NimbusJwtDecoder(processor(keys));
    decoder.setJwtValidator(validator);
    decoder.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    return decoder;
  }

  /** Only our keys and our algorithm; what is claimed is for the caller to judge. */
  static DefaultJWTProcessor<SecurityContext> processor(JWKSource<SecurityContext> keys) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    return processor;
  }
}
