package org.ariane.router.access.jwt;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.jwt.JwtConfig2026;
import com.google.crypto.tink.jwt.JwtInvalidException;
import com.google.crypto.tink.jwt.JwtMac;
import com.google.crypto.tink.jwt.JwtValidator;
import com.google.crypto.tink.jwt.VerifiedJwt;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.RevokedTokens;
import org.ariane.router.access.Roster;
import org.ariane.router.access.Tokens;

/// Opens tokens. A token says only who and which (`sub`, `jti`, `iat`): what its holder may do is
/// looked up in the roster each time, so a change there works at once.
public final class JwtTokens implements Tokens {
  private static final int MAX_LENGTH = 1024;

  private final JwtMac mac;
  private final JwtValidator validator;
  private final Roster roster;
  private final RevokedTokens revoked;

  /// Opens what any key of the keyset signed.
  ///
  /// @param keys a Tink JWT MAC keyset
  public JwtTokens(KeysetHandle keys, Roster roster, RevokedTokens revoked, InstantSource clock) {
    try {
      this.mac = keys.getPrimitive(JwtConfig2026.get(), JwtMac.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("these are no keys for tokens", e);
    }
    this.validator =
        JwtValidator.newBuilder()
            .expectIssuer(JwtIssuer.ISSUER)
            .allowMissingExpiration()
            .setClock(clock.withZone(ZoneOffset.UTC))
            .build();
    this.roster = roster;
    this.revoked = revoked;
  }

  /// The `jti` of a token of ours, revoked or not; empty for anything else.
  public Optional<String> idOf(String token) {
    return verify(token).map(JwtTokens::id);
  }

  @Override
  public Optional<Principal> open(String token) {
    return verify(token)
        .filter(jwt -> !revoked.contains(id(jwt), subject(jwt), issuedAt(jwt)))
        .flatMap(jwt -> roster.find(subject(jwt)));
  }

  private Optional<VerifiedJwt> verify(String token) {
    if (token.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      VerifiedJwt jwt = mac.verifyMacAndDecode(token, validator);
      return jwt.hasSubject() && jwt.hasJwtId() && jwt.hasIssuedAt()
          ? Optional.of(jwt)
          : Optional.empty();
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static String id(VerifiedJwt jwt) {
    try {
      return jwt.getJwtId();
    } catch (JwtInvalidException e) {
      throw new IllegalStateException("checked before", e);
    }
  }

  private static PrincipalId subject(VerifiedJwt jwt) {
    try {
      return new PrincipalId(jwt.getSubject());
    } catch (JwtInvalidException e) {
      throw new IllegalStateException("checked before", e);
    }
  }

  private static Instant issuedAt(VerifiedJwt jwt) {
    try {
      return jwt.getIssuedAt();
    } catch (JwtInvalidException e) {
      throw new IllegalStateException("checked before", e);
    }
  }
}
