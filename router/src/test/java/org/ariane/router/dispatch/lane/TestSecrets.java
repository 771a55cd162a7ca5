package org.ariane.router.dispatch.lane;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.router.redlist.LegalBasis;
import org.ariane.router.redlist.lane.RedListParts;

/// Keys of a server in the tests; those of the index and of values can be changed while it runs.
final class TestSecrets {
  private static final LegalBasis BASIS =
      new LegalBasis("convention-94-2026-03", Optional.empty(), List.of());

  private final Parameters indexes;
  private volatile KeysetHandle lookups;
  private volatile KeysetHandle values;

  TestSecrets() {
    try {
      PrfConfig.register();
      AeadConfig.register();
      indexes =
          HmacPrfParameters.builder()
              .setKeySizeBytes(32)
              .setHashType(HmacPrfParameters.HashType.SHA256)
              .build();
      values = one(PredefinedAeadParameters.AES256_GCM);
      lookups = one(indexes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeysetHandle one(Parameters parameters) throws GeneralSecurityException {
    return KeysetHandle.newBuilder()
        .setConfiguration(RegistryConfiguration.get())
        .addEntry(KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary())
        .build();
  }

  /// A second key, not the primary yet.
  void addKeys() throws GeneralSecurityException {
    lookups = added(lookups, indexes);
    values = added(values, PredefinedAeadParameters.AES256_GCM);
  }

  private static KeysetHandle added(KeysetHandle keys, Parameters parameters)
      throws GeneralSecurityException {
    return KeysetHandle.newBuilder(keys)
        .addEntry(KeysetHandle.generateEntryFromParameters(parameters).withRandomId())
        .build();
  }

  void promoteKeys() {
    lookups = promoted(lookups);
    values = promoted(values);
  }

  private static KeysetHandle promoted(KeysetHandle keys) {
    try {
      KeysetHandle.Builder builder = KeysetHandle.newBuilder(keys);
      builder.getAt(1).makePrimary();
      return builder.build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  void retireKeys() throws GeneralSecurityException {
    lookups = KeysetHandle.newBuilder(lookups).deleteAt(0).build();
    values = KeysetHandle.newBuilder(values).deleteAt(0).build();
  }

  RedListParts parts() {
    return new RedListParts(
        () -> lookups, () -> values, Map.of(SmallDirectory.MAISONS_ALFORT, BASIS));
  }
}
