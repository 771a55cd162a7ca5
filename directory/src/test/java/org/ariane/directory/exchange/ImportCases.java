package org.ariane.directory.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectoryContent;
import org.ariane.directory.place.Country;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Language;
import org.junit.jupiter.api.Assumptions;

/// What tests of importers share.
public final class ImportCases {
  /// A French source whose services are for the whole country and speak French.
  public static final org.ariane.directory.exchange.Assumptions FRENCH =
      new org.ariane.directory.exchange.Assumptions(
          "there",
          Country.FR,
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          List.of(Language.FR),
          Optional.of(new Coverage.Nationwide(Set.of(Country.FR))),
          Optional.of("etalab-2.0"));

  private static final Path CONFORMANCE = Path.of("../../shared/conformance");

  private ImportCases() {}

  /// A file of the standards, which are not part of this repository. Without it the test is
  /// skipped, or fails where `ARIANE_CI` is set.
  public static Path conformance(String name) {
    Path file = CONFORMANCE.resolve(name);
    Assumptions.assumeTrue(
        Files.exists(file) || "1".equals(System.getenv("ARIANE_CI")), "no " + file);
    return file;
  }

  public static SourceText text(String file, String text) {
    return new SourceText(file, text);
  }

  public static SourceText source(Path file, Findings findings) throws IOException {
    return SourceText.of(file.getFileName().toString(), Files.readAllBytes(file), findings)
        .orElseThrow();
  }

  /// What was imported, and nothing else.
  public static Directory directory(Imported imported) {
    return new DirectoryContent(
            "test",
            imported.organisations().stream().map(ImportedOrganisation::organisation).toList(),
            imported.services().stream().map(ImportedService::service).toList(),
            List.of(),
            List.of(),
            List.of())
        .toDirectory();
  }

  public static List<String> told(Findings findings) {
    return findings.kept().stream().map(Finding::toString).toList();
  }
}
