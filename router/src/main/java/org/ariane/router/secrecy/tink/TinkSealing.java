package org.ariane.router.secrecy.tink;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import org.ariane.router.secrecy.Sealing;

/// [Sealing] from a Tink keyset of AEAD keys. The keyset may be replaced while it is in use.
public final class TinkSealing implements Sealing {
  private static final int PREFIX = 5;

  private record Ring(Aead aead, int primary) {}

  private volatile Ring ring;

  /// Throws [IllegalArgumentException] for a keyset that holds no AEAD keys.
  public TinkSealing(KeysetHandle keyset) {
    this.ring = ring(keyset);
  }

  /// From now on with these keys.
  public void use(KeysetHandle keyset) {
    ring = ring(keyset);
  }

  private static Ring ring(KeysetHandle keyset) {
    try {
      AeadConfig.register();
      return new Ring(
          keyset.getPrimitive(RegistryConfiguration.get(), Aead.class),
          keyset.getPrimary().getId());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the keyset holds no usable AEAD keys", e);
    }
  }

  @Override
  public String seal(String text, String context) {
    try {
      byte[] sealed = ring.aead().encrypt(bytes(text), bytes(context));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an AEAD key does not work", e);
    }
  }

  @Override
  public Optional<String> open(String sealed, String context) {
    try {
      byte[] text = ring.aead().decrypt(Base64.getUrlDecoder().decode(sealed), bytes(context));
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Tink writes a byte of version and the id of the key before what it encrypts.
  @Override
  public boolean current(String sealed) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(sealed);
      return bytes.length > PREFIX && ByteBuffer.wrap(bytes, 1, 4).getInt() == ring.primary();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
