package org.ariane.router.dispatch.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Signs `id.timestamp.body` with Ed25519, as Standard Webhooks scheme `v1a`. Who checks it needs
/// only the public key, which is no secret.
public final class SigningKey {
  private static final String ALGORITHM = "Ed25519";
  private static final String PREFIX = "whsk_";
  private static final String PUBLIC_PREFIX = "whpk_";
  private static final int BYTES = 32;

  private final byte[] seed;
  private final byte[] publicKey;
  private final PrivateKey key;

  private SigningKey(byte[] seed) throws GeneralSecurityException {
    this.seed = seed.clone();
    this.publicKey = publicKey(seed);
    this.key =
        KeyFactory.getInstance(ALGORITHM)
            .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
  }

  public static SigningKey generate(SecureRandom random) {
    byte[] seed = new byte[BYTES];
    random.nextBytes(seed);
    return of(seed);
  }

  /// Reads `whsk_` and base 64 of the 32 bytes of the private key, or of these and the 32 of the
  /// public one. Empty where that is not what the text is.
  public static Optional<SigningKey> parse(String text) {
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(text.substring(PREFIX.length()));
      if (bytes.length != BYTES && bytes.length != 2 * BYTES) {
        return Optional.empty();
      }
      SigningKey key = of(Arrays.copyOf(bytes, BYTES));
      byte[] expected = Arrays.copyOfRange(bytes, BYTES, bytes.length);
      boolean fits = bytes.length == BYTES || Arrays.equals(expected, key.publicKey);
      return fits ? Optional.of(key) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// To be kept secret; [#parse] reads it.
  public String secretText() {
    byte[] both = Arrays.copyOf(seed, 2 * BYTES);
    System.arraycopy(publicKey, 0, both, BYTES, BYTES);
    return PREFIX + Base64.getEncoder().encodeToString(both);
  }

  public String publicText() {
    return PUBLIC_PREFIX + Base64.getEncoder().encodeToString(publicKey);
  }

  String of(String id, long timestampS, String body) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update((id + "." + timestampS + "." + body).getBytes(StandardCharsets.UTF_8));
      return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  private static SigningKey of(byte[] seed) {
    try {
      return new SigningKey(seed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  /// The JDK computes a public key only while it makes a pair: it is given the seed as its chance.
  private static byte[] publicKey(byte[] seed) throws GeneralSecurityException {
    KeyPairGenerator pairs = KeyPairGenerator.getInstance(ALGORITHM);
    pairs.initialize(
        NamedParameterSpec.ED25519,
        new SecureRandom() {
          @Override
          public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
          }
        });
    byte[] encoded = pairs.generateKeyPair().getPublic().getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SigningKey key && Arrays.equals(key.publicKey, publicKey);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(publicKey);
  }

  @Override
  public String toString() {
    return "SigningKey[masked]";
  }
}
