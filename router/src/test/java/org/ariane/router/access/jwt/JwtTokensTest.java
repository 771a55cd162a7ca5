package org.ariane.router.access.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.jwt.JwtHmacParameters;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.RevokedTokens;
import org.ariane.router.access.Role;
import org.ariane.router.access.Roster;
import org.ariane.router.identity.Ulid;
import org.junit.jupiter.api.Test;

class JwtTokensTest {
  private static final PrincipalId APP = new PrincipalId("app-1");
  private final InstantSource clock = InstantSource.system();
  private final KeysetHandle keys = keys();
  private final Revocations revoked = new Revocations();
  private final JwtIssuer issuer = issuer(keys);
  private final JwtTokens tokens = new JwtTokens(keys, new OneApp(), revoked, clock);

  @Test
  void opensWhatItIssued() {
    assertThat(tokens.open(issuer.issue(APP))).map(Principal::id).contains(APP);
  }

  @Test
  void refusesTokensOfOtherKeysOtherAccountsAndNoise() {
    assertThat(tokens.open(issuer(keys()).issue(APP))).isEmpty();
    assertThat(tokens.open(issuer.issue(new PrincipalId("nobody-here")))).isEmpty();
    assertThat(tokens.open("")).isEmpty();
    assertThat(tokens.open("x".repeat(5_000))).isEmpty();
    String token = issuer.issue(APP);
    assertThat(tokens.open(token.substring(0, token.length() - 2))).isEmpty();
  }

  @Test
  void aRevokedTokenOpensNothingWhileOthersStillDo() {
    String lost = issuer.issue(APP);
    String kept = issuer.issue(APP);

    revoked.revoke(tokens.idOf(lost).orElseThrow());

    assertThat(tokens.open(lost)).isEmpty();
    assertThat(tokens.open(kept)).isPresent();
  }

  private JwtIssuer issuer(KeysetHandle withKeys) {
    return new JwtIssuer(withKeys, new Ulid(clock, new SecureRandom()), clock);
  }

  private static KeysetHandle keys() {
    try {
      var parameters =
          JwtHmacParameters.builder()
              .setKeySizeBytes(32)
              .setAlgorithm(JwtHmacParameters.Algorithm.HS256)
              .setKidStrategy(JwtHmacParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
              .build();
      return KeysetHandle.newBuilder()
          .setConfiguration(com.google.crypto.tink.jwt.JwtConfig2026.get())
          .addEntry(
              KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary())
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class OneApp implements Roster {
    private final Principal app = Principal.of(APP, Role.APP);

    @Override
    public Optional<Principal> find(PrincipalId id) {
      return id.equals(APP) ? Optional.of(app) : Optional.empty();
    }

    @Override
    public List<Principal> all() {
      return List.of(app);
    }
  }

  private static final class Revocations implements RevokedTokens {
    private final Set<String> ids = new HashSet<>();

    @Override
    public boolean contains(String tokenId, PrincipalId account, Instant issuedAt) {
      return ids.contains(tokenId);
    }

    @Override
    public void revoke(String tokenId) {
      ids.add(tokenId);
    }

    @Override
    public void revokeAll(PrincipalId account, Instant until) {
      throw new UnsupportedOperationException();
    }
  }
}
