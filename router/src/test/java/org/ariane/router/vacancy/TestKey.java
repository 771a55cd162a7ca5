package org.ariane.router.vacancy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig;
import java.security.GeneralSecurityException;
import org.ariane.router.vacancy.tink.TinkLinkKey;

/// A key of links, as a server has one.
public final class TestKey {
  private TestKey() {}

  public static LinkKey fresh() {
    try {
      MacConfig.register();
      HmacParameters parameters =
          HmacParameters.builder()
              .setKeySizeBytes(32)
              .setTagSizeBytes(16)
              .setHashType(HmacParameters.HashType.SHA256)
              .setVariant(HmacParameters.Variant.TINK)
              .build();
      return new TinkLinkKey(
          KeysetHandle.newBuilder()
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary())
              .build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
