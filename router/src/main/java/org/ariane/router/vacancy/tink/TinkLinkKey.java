package org.ariane.router.vacancy.tink;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.mac.MacConfig;
import java.security.GeneralSecurityException;
import org.ariane.router.vacancy.LinkKey;

/// [LinkKey] from a Tink keyset of MAC keys: links of older keys hold as long as these stay in it.
public final class TinkLinkKey implements LinkKey {
  private final Mac mac;

  /// Throws [IllegalArgumentException] for a keyset that holds no MAC keys.
  public TinkLinkKey(KeysetHandle keyset) {
    try {
      MacConfig.register();
      this.mac = keyset.getPrimitive(RegistryConfiguration.get(), Mac.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the keyset holds no usable MAC keys", e);
    }
  }

  @Override
  public byte[] prove(byte[] bytes) {
    try {
      return mac.computeMac(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a MAC key does not work", e);
    }
  }

  @Override
  public boolean proves(byte[] proof, byte[] bytes) {
    try {
      mac.verifyMac(proof, bytes);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
