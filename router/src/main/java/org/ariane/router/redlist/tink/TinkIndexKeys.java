package org.ariane.router.redlist.tink;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ariane.router.redlist.IndexKeys;

/// [IndexKeys] from a Tink keyset of PRF keys: one name per enabled key, the primary first. The
/// keyset may be replaced while it is in use.
public final class TinkIndexKeys implements IndexKeys {
  private static final int BYTES = 16;

  private record Ring(List<Prf> functions, String ids) {}

  private volatile Ring ring;

  /// Throws [IllegalArgumentException] for a keyset that holds no PRF keys.
  public TinkIndexKeys(KeysetHandle keyset) {
    this.ring = ring(keyset);
  }

  /// From now on with these keys.
  public void use(KeysetHandle keyset) {
    ring = ring(keyset);
  }

  private static Ring ring(KeysetHandle keyset) {
    try {
      PrfConfig.register();
      PrfSet set = keyset.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
      List<Prf> ordered = new ArrayList<>();
      Map<Integer, Prf> all = set.getPrfs();
      all.forEach((id, prf) -> {
        if (id == set.getPrimaryId()) {
          ordered.addFirst(prf);
        } else {
          ordered.add(prf);
        }
      });
      String ids =
          all.keySet().stream()
              .map(Integer::toUnsignedString)
              .sorted()
              .collect(Collectors.joining("+"));
      return new Ring(List.copyOf(ordered), ids);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the keyset holds no usable PRF keys", e);
    }
  }

  @Override
  public List<String> of(String purpose, String value) {
    byte[] input = (purpose + "\n" + value).getBytes(StandardCharsets.UTF_8);
    return ring.functions().stream().map(prf -> name(prf, input)).toList();
  }

  @Override
  public String ring() {
    return ring.ids();
  }

  private static String name(Prf prf, byte[] input) {
    try {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(prf.compute(input, BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a PRF key does not yield 16 bytes", e);
    }
  }
}
