package org.ariane.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.Directory;
import org.ariane.directory.exchange.Assumptions;
import org.ariane.directory.exchange.DirectoryDiff;
import org.ariane.directory.exchange.ZoneDefaults;
import org.ariane.directory.geojson.GeoJsonExport;
import org.ariane.directory.hsds.HsdsExport;
import org.ariane.directory.json.JsonLines;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.Country;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ServiceKind;
import org.ariane.directory.yaml.DirectoryCheck;
import org.ariane.directory.yaml.DirectoryFiles;
import org.ariane.directory.yaml.DirectoryLoad;
import org.ariane.directory.yaml.FolderUpdate;
import org.ariane.directory.yaml.Overlay;
import org.ariane.ops.directory.Areas;
import org.ariane.ops.directory.DirectoryImport;
import org.ariane.ops.directory.ImportFormat;
import org.ariane.ops.directory.ImportRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The directory's folder: what others publish comes in, what is ours goes out. Needs no server; a
/// server that runs takes a changed folder by itself.
@Command(
    name = "directory",
    mixinStandardHelpOptions = true,
    description = "check, import into, compare and export a directory's folder")
final class DirectoryCommand {
  private static final int WRONG = 1;

  /// What the coordinator says of a source.
  static final class SourceOptions {
    @Option(names = "--source", defaultValue = "import", description = "its name, as dora")
    private String source = "import";

    @Option(names = "--country", defaultValue = "FR", description = "ISO 3166-1, as FR")
    private String country = "FR";

    @Option(names = "--subdivision", description = "part of the country with other holidays")
    private @Nullable String subdivision;

    @Option(names = "--kind", description = "of services that tell none, as association")
    private @Nullable String kind;

    @Option(names = "--need", split = ",", description = "of services that tell none")
    private List<String> needs = List.of();

    @Option(names = "--language", split = ",", description = "spoken where none is told, as fr")
    private List<String> languages = List.of();

    @Option(names = "--coverage", description = "where none is understood: FR, or zones: fr-59,…")
    private @Nullable String coverage;

    @Option(names = "--licence", description = "of the source, as etalab-2.0")
    private @Nullable String licence;

    @Option(names = "--chain", split = ",", description = "of new zones, as fr-94-cic")
    private List<String> chain = List.of();

    @Option(names = "--emergency-number", defaultValue = "112", description = "in new zones")
    private String emergencyNumber = "112";

    @Option(names = "--id-property", defaultValue = "id", description = "that names a zone")
    private String idProperty = "id";

    @Option(names = "--name-property", defaultValue = "name", description = "with a zone's name")
    private String nameProperty = "name";

    Assumptions assumptions() {
      return new Assumptions(
          source,
          new Country(country),
          Optional.ofNullable(subdivision),
          Optional.ofNullable(kind)
              .map(text ->
                  ServiceKind.parse(text)
                      .orElseThrow(
                          () -> new IllegalArgumentException("no kind of service: " + text))),
          Set.copyOf(needs),
          languages.stream().map(Language::new).toList(),
          Optional.ofNullable(coverage).map(Areas::parse),
          Optional.ofNullable(licence));
    }

    ZoneDefaults zones() {
      return new ZoneDefaults(
          source,
          new Country(country),
          chain.stream().map(ChainStep::parse).toList(),
          emergencyNumber);
    }
  }

  @Command(name = "import", description = "read files of others into the folder")
  int bring(
      @Parameters(index = "0", description = "${COMPLETION-CANDIDATES}") ImportFormat format,
      @Parameters(index = "1..*", arity = "1..*") List<Path> files,
      @Option(names = "--into", required = true, description = "the directory's folder") Path into,
      @Option(names = "--dry-run", description = "say only what would change") boolean dry,
      @Option(names = "--strict", description = "all or nothing") boolean strict,
      @Option(names = "--allow-removals", description = "though most would go") boolean removals,
      @Mixin SourceOptions source)
      throws IOException {
    try {
      ImportRequest request =
          new ImportRequest(
              format,
              files,
              into,
              source.assumptions(),
              source.zones(),
              source.idProperty,
              source.nameProperty,
              strict,
              !dry,
              removals);
      DirectoryImport.Report report = DirectoryImport.run(request, Instant.now());
      report.lines().forEach(System.out::println);
      return report.done() ? 0 : WRONG;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return WRONG;
    }
  }

  @Command(name = "check", description = "say what is wrong, as file:line: reason")
  int check(
      @Parameters(description = "a directory's folder") Path folder,
      @Mixin AmendmentsOption amendments) {
    return loaded(folder, amendments)
        .map(directory -> {
          System.out.println(
              "OK %d services, %d zones"
                  .formatted(directory.services().size(), directory.zones().size()));
          return 0;
        })
        .orElse(WRONG);
  }

  @Command(name = "diff", description = "say how one folder differs from another")
  int diff(
      @Parameters(description = "the folder before") Path before,
      @Parameters(description = "the folder after") Path after) {
    Optional<Directory> old = loaded(before);
    Optional<Directory> now = loaded(after);
    if (old.isEmpty() || now.isEmpty()) {
      return WRONG;
    }
    DirectoryDiff.between(old.get(), now.get()).lines().forEach(System.out::println);
    return 0;
  }

  @Command(name = "undo", description = "put back the folder that the last import replaced")
  int undo(
      @Option(names = "--into", required = true, description = "the directory's folder") Path into,
      @Option(names = "--dry-run", description = "say only what would change") boolean dry)
      throws IOException {
    return switch (FolderUpdate.of(into).undo(!dry, Instant.now())) {
      case FolderUpdate.Outcome.Ready(DirectoryDiff diff) -> {
        diff.lines().forEach(System.out::println);
        yield 0;
      }
      case FolderUpdate.Outcome.Refused(String reason, var problems) -> {
        problems.forEach(System.err::println);
        System.err.println("refused: " + reason + "; nothing was changed");
        yield WRONG;
      }
    };
  }

  /// What can be exported. The name on the command line is the constant in lower case.
  enum ExportFormat {
    HSDS,
    GEOJSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Command(
      name = "export",
      description = "write what others may read; protected places are in none")
  int export(
      @Parameters(index = "0", description = "${COMPLETION-CANDIDATES}") ExportFormat format,
      @Option(names = "--from", required = true, description = "the directory's folder") Path from,
      @Option(names = "--out", description = "a file; none means the terminal") @Nullable Path out,
      @Mixin AmendmentsOption amendments)
      throws IOException {
    Optional<Directory> directory = loaded(from, amendments);
    if (directory.isEmpty()) {
      return WRONG;
    }
    Map<String, Object> exported =
        switch (format) {
          case HSDS -> HsdsExport.page(directory.get());
          case GEOJSON -> GeoJsonExport.services(directory.get(), Instant.now());
        };
    String text = JsonLines.text(exported);
    if (out == null) {
      System.out.print(text);
    } else {
      Files.writeString(out, text);
    }
    return 0;
  }

  private static Optional<Directory> loaded(Path folder, AmendmentsOption amendments) {
    try {
      return loaded(folder, amendments.read());
    } catch (IOException e) {
      System.err.println(e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<Directory> loaded(Path folder) {
    return loaded(folder, Overlay.NONE);
  }

  private static Optional<Directory> loaded(Path folder, Overlay amended) {
    DirectoryFiles.Amended read = DirectoryFiles.amended(folder, amended, DirectoryCheck.NONE);
    read.setAside().forEach(each -> System.err.println("set aside: " + each));
    return switch (read.load()) {
      case DirectoryLoad.Loaded(Directory directory) -> Optional.of(directory);
      case DirectoryLoad.Rejected(var problems) -> {
        problems.forEach(each -> System.err.println(folder + "/" + each));
        yield Optional.empty();
      }
    };
  }
}
