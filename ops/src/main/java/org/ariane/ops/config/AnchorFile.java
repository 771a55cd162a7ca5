package org.ariane.ops.config;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ariane.router.audit.AuditAnchor;
import org.ariane.router.audit.Link.Tail;

/// [AuditAnchor] in the data folder: `audit-anchor.json`.
public record AnchorFile(Path file) implements AuditAnchor {
  @Override
  public Optional<Tail> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonObject json = new JsonObject(Files.readString(file));
      return Optional.of(new Tail(json.getLong("n"), json.getString("proof")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DecodeException | ClassCastException e) {
      throw new IllegalStateException(file + " is damaged", e);
    }
  }

  @Override
  public void write(Tail tail) {
    try {
      DataFolder.write(
          file, new JsonObject().put("n", tail.n()).put("proof", tail.proof()).encode());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
