package org.ariane.router.audit.tink;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.mac.MacConfig;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.ariane.router.audit.ChainKey;

/// [ChainKey] from a Tink keyset of MAC keys. A proof names its key, so that lines stay provable
/// after the keyset got a new primary key; old keys must stay in it.
public final class TinkChainKey implements ChainKey {
  private final Mac mac;

  /// Throws [IllegalArgumentException] for a keyset that holds no MAC keys.
  public TinkChainKey(KeysetHandle keyset) {
    try {
      MacConfig.register();
      this.mac = keyset.getPrimitive(RegistryConfiguration.get(), Mac.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the keyset holds no usable MAC keys", e);
    }
  }

  @Override
  public String prove(byte[] bytes) {
    try {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.computeMac(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a MAC key does not work", e);
    }
  }

  @Override
  public boolean proves(String proof, byte[] bytes) {
    try {
      mac.verifyMac(Base64.getUrlDecoder().decode(proof), bytes);
      return true;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}
