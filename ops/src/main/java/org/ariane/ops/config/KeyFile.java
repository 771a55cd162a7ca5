package org.ariane.ops.config;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A keyset in a file that may change while the server runs. What cannot be read leaves the last
/// good keys in force; the same keys are the same handle.
public final class KeyFile implements Supplier<KeysetHandle> {
  private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);

  private final Path file;
  private KeysetHandle last;
  private String text = "";

  public KeyFile(Path file, KeysetHandle first) {
    this.file = file;
    this.last = first;
  }

  @Override
  public synchronized KeysetHandle get() {
    try {
      String now = Files.readString(file);
      if (!now.equals(text)) {
        last =
            TinkJsonProtoKeysetFormat.parseKeyset(
                now, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        text = now;
      }
    } catch (IOException | GeneralSecurityException e) {
      LOG.error("a keyset cannot be read, the last one stays in force: {}", file.getFileName());
    }
    return last;
  }
}
