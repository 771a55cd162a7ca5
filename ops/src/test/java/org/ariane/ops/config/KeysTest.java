package org.ariane.ops.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.ariane.directory.place.CentreId;
import org.ariane.router.dispatch.webhook.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
  @TempDir private Path folder;

  @Test
  void staysTheSameOverRestarts() throws Exception {
    Keys first = Keys.in(folder);
    Keys second = Keys.in(folder);

    assertThat(second.redisPassword()).isEqualTo(first.redisPassword()).hasSize(48);
    assertThat(lookup(second)).isEqualTo(lookup(first));
  }

  @Test
  void eachCentreHasASigningKeyOfItsOwnThatStays() throws Exception {
    CentreId one = new CentreId("fr-94-cic");
    SigningKey key = Keys.in(folder).signing(one);

    assertThat(Keys.in(folder).signing(one)).isEqualTo(key);
    assertThat(Keys.in(folder).signing(new CentreId("fr-59-cic"))).isNotEqualTo(key);
  }

  @Test
  void onlyTheOwnerMayReadThem() throws Exception {
    Keys.in(folder).signing(new CentreId("fr-94-cic"));

    try (var files = Files.list(folder)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(file ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                  .isEqualTo("rw-------"));
    }
  }

  private static byte[] lookup(Keys keys) throws Exception {
    return keys.lookups()
        .getPrimitive(RegistryConfiguration.get(), PrfSet.class)
        .computePrimary("+33612345678".getBytes(StandardCharsets.UTF_8), 16);
  }
}
