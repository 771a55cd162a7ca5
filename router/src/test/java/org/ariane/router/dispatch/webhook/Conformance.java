package org.ariane.router.dispatch.webhook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// Schemas of standards, which are not part of this repository. Without them tests are skipped, in
/// CI (`ARIANE_CI=1`) they fail.
public final class Conformance {
  private static final Path SHARED =
      Path.of(Optional.ofNullable(System.getenv("ARIANE_SHARED")).orElse("../../shared"));

  private Conformance() {}

  public static Path file(String name) {
    Path file = SHARED.resolve("conformance").resolve(name).toAbsolutePath().normalize();
    if (!"1".equals(System.getenv("ARIANE_CI"))) {
      Assumptions.assumeTrue(Files.exists(file), "skipped, not here: " + file);
    }
    return file;
  }
}
