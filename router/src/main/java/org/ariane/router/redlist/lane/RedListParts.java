package org.ariane.router.redlist.lane;

import com.google.crypto.tink.KeysetHandle;
import java.util.Map;
import java.util.function.Supplier;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.redlist.LegalBasis;

/// What the red list and the audit log need from outside.
///
/// @param lookups the present keyset of PRF keys; asked again every few seconds, so that keys can
///   be changed while the server runs
/// @param values the present keyset of AEAD keys; asked again, too
/// @param sampleBases legal bases of the sample; empty elsewhere
public record RedListParts(
    Supplier<KeysetHandle> lookups,
    Supplier<KeysetHandle> values,
    Map<ZoneId, LegalBasis> sampleBases) {
  public RedListParts {
    sampleBases = Map.copyOf(sampleBases);
  }
}
