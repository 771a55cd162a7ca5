package org.ariane.router.access.jwt;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.jwt.JwtConfig2026;
import com.google.crypto.tink.jwt.JwtMac;
import com.google.crypto.tink.jwt.RawJwt;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.identity.Ulid;

/// Issues tokens, signed with the primary key of the keyset.
public final class JwtIssuer {
  static final String ISSUER = "ariane";

  private final JwtMac mac;
  private final Ulid ulids;
  private final InstantSource clock;

  public JwtIssuer(KeysetHandle keys, Ulid ulids, InstantSource clock) {
    try {
      this.mac = keys.getPrimitive(JwtConfig2026.get(), JwtMac.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("these are no keys for tokens", e);
    }
    this.ulids = ulids;
    this.clock = clock;
  }

  /// A new token for an account; older ones stay valid until revoked.
  public String issue(PrincipalId account) {
    RawJwt raw =
        RawJwt.newBuilder()
            .setIssuer(ISSUER)
            .setSubject(account.value())
            .setJwtId(ulids.next())
            .setIssuedAt(clock.instant())
            .withoutExpiration()
            .build();
    try {
      return mac.computeMacAndEncode(raw);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the keys for tokens do not sign", e);
    }
  }
}
