package org.ariane.ops.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ariane.router.audit.AuditAnchor;
import org.ariane.router.audit.Link.Tail;

/// The anchor of the audit log as one line, `number proof`, in the data folder.
public final class AnchorFile implements AuditAnchor {
  private final Path file;

  public AnchorFile(Path file) {
    this.file = file;
  }

  @Override
  public Optional<Tail> read() {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      String[] words = Files.readString(file).strip().split(" ", 2);
      return Optional.of(new Tail(Long.parseLong(words[0]), words.length > 1 ? words[1] : ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NumberFormatException e) {
      throw new IllegalStateException(
          file + " is damaged: it should say how far the audit went", e);
    }
  }

  @Override
  public void write(Tail tail) {
    try {
      DataFolder.write(file, tail.n() + " " + tail.proof() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
