package org.ariane.ops.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ariane.directory.Directory;
import org.ariane.directory.csv.ZonesImport;
import org.ariane.directory.exchange.DirectoryDiff;
import org.ariane.directory.exchange.Duplicates;
import org.ariane.directory.exchange.Finding;
import org.ariane.directory.exchange.Findings;
import org.ariane.directory.exchange.Imported;
import org.ariane.directory.exchange.Place;
import org.ariane.directory.exchange.SourceText;
import org.ariane.directory.geojson.AreasImport;
import org.ariane.directory.hsds.HsdsImport;
import org.ariane.directory.inclusion.AreasOfCodes;
import org.ariane.directory.inclusion.InclusionImport;
import org.ariane.directory.place.Zone;
import org.ariane.directory.service.Service;
import org.ariane.directory.yaml.DirectoryFiles;
import org.ariane.directory.yaml.DirectoryLoad;
import org.ariane.directory.yaml.DirectoryYaml;
import org.ariane.directory.yaml.FolderUpdate;

/// Reads files of other directories and puts what can be used into the folder of this one, as a
/// whole or not at all. Says what it found, then what changes. Blocking IO.
public final class DirectoryImport {
  private final ImportRequest request;
  private final Instant now;
  private final Findings findings = new Findings();
  private final List<String> told = new ArrayList<>();

  private DirectoryImport(ImportRequest request, Instant now) {
    this.request = request;
    this.now = now;
  }

  /// What to print, and whether the folder is, or would be, as asked.
  public record Report(boolean done, List<String> lines) {
    public Report {
      lines = List.copyOf(lines);
    }
  }

  public static Report run(ImportRequest request, Instant now) throws IOException {
    return new DirectoryImport(request, now).run();
  }

  private Report run() throws IOException {
    FolderUpdate folder = FolderUpdate.of(request.folder());
    Optional<Directory> directory =
        switch (DirectoryFiles.load(request.folder())) {
          case DirectoryLoad.Loaded(Directory loaded) -> Optional.of(loaded);
          case DirectoryLoad.Rejected(var problems) -> {
            problems.forEach(each -> told.add(request.folder() + "/" + each));
            yield Optional.empty();
          }
        };
    if (directory.isEmpty()) {
      return refused("the folder has faults of its own; they come first");
    }
    List<SourceText> sources = sources();
    SortedMap<String, String> files =
        findings.unreadable() ? new TreeMap<>() : files(sources, directory.get());
    tellFindings();
    if (findings.unreadable() || files.isEmpty()) {
      return refused("nothing can be imported");
    }
    if (request.strict() && !findings.clean()) {
      return refused("not all of it can be used, and --strict was said");
    }
    return put(folder, files, directory.get());
  }

  private Report put(FolderUpdate folder, SortedMap<String, String> files, Directory directory)
      throws IOException {
    FolderUpdate.Outcome trial = folder.replace(replaced(files), files, false, now);
    if (trial instanceof FolderUpdate.Outcome.Ready(DirectoryDiff diff)
        && !request.mayRemoveMost()
        && removesMost(diff, directory)) {
      told.addAll(diff.lines());
      return refused("more than half of what the source had would go: say --allow-removals");
    }
    FolderUpdate.Outcome outcome =
        request.apply() ? folder.replace(replaced(files), files, true, now) : trial;
    return switch (outcome) {
      case FolderUpdate.Outcome.Refused(String reason, var problems) -> {
        problems.forEach(each -> told.add(each.toString()));
        yield refused(reason);
      }
      case FolderUpdate.Outcome.Ready(DirectoryDiff diff) -> {
        told.addAll(diff.lines());
        told.add(
            request.apply()
                ? "applied; ops/directory undo takes it back"
                : "dry run: nothing was changed");
        yield new Report(true, told);
      }
    };
  }

  private Report refused(String reason) {
    told.add("refused: " + reason + "; nothing was changed");
    return new Report(false, told);
  }

  private List<SourceText> sources() throws IOException {
    List<SourceText> sources = new ArrayList<>();
    for (Path file : request.files()) {
      if (!Files.isRegularFile(file)) {
        findings.add(
            Finding.Severity.UNREADABLE,
            new Place(file.toString(), 1),
            "",
            "there is no such file");
      } else if (Files.size(file) > SourceText.LARGEST_BYTES) {
        findings.add(
            Finding.Severity.UNREADABLE,
            new Place(file.toString(), 1),
            "",
            "larger than " + SourceText.LARGEST_BYTES + " bytes");
      } else {
        SourceText.of(file.toString(), Files.readAllBytes(file), findings).ifPresent(sources::add);
      }
    }
    return sources;
  }

  private SortedMap<String, String> files(List<SourceText> sources, Directory directory) {
    return switch (request.format()) {
      case HSDS -> services(HsdsImport.read(sources, request.assumptions(), findings), directory);
      case INCLUSION ->
          services(
              InclusionImport.read(
                  sources,
                  request.assumptions(),
                  new AreasOfCodes(directory.zones(), directory.gazetteer()),
                  findings),
              directory);
      case AREAS -> areas(sources, directory);
      case ZONES -> zones(sources);
      case YAML -> yaml(sources);
    };
  }

  private SortedMap<String, String> services(Imported imported, Directory directory) {
    String prefix = request.assumptions().name() + "-";
    List<Service> others =
        directory.services().stream()
            .filter(service -> !service.id().value().startsWith(prefix))
            .toList();
    return DirectoryYaml.files(
        request.assumptions().name(),
        imported.organisations(),
        Duplicates.leftOut(imported.services(), others, findings));
  }

  private SortedMap<String, String> areas(List<SourceText> sources, Directory directory) {
    SortedMap<String, String> files = new TreeMap<>();
    for (SourceText source : sources) {
      files.putAll(
          AreasImport.read(
              source,
              request.idProperty(),
              request.nameProperty(),
              request.zones(),
              directory.zones().stream().map(Zone::id).toList(),
              findings));
    }
    return files;
  }

  private SortedMap<String, String> zones(List<SourceText> sources) {
    SortedMap<String, String> files = new TreeMap<>();
    if (sources.size() > 1) {
      findings.add(
          Finding.Severity.UNREADABLE,
          new Place(sources.get(1).file(), 1),
          "",
          "zones come in one table");
      return files;
    }
    sources.forEach(each -> files.putAll(ZonesImport.read(each, request.zones(), findings)));
    return files;
  }

  private static SortedMap<String, String> yaml(List<SourceText> sources) {
    SortedMap<String, String> files = new TreeMap<>();
    for (SourceText source : sources) {
      files.put(String.valueOf(Path.of(source.file()).getFileName()), source.text());
    }
    return files;
  }

  /// Files of the folder that this import writes again: its own of last time, and those of the same
  /// name.
  private Predicate<String> replaced(SortedMap<String, String> files) {
    String name = Pattern.quote(request.assumptions().name());
    Pattern own =
        switch (request.format()) {
          case HSDS, INCLUSION -> Pattern.compile("import-" + name + "-[0-9]{3}\\.yaml");
          case ZONES -> Pattern.compile("import-" + name + "-zones\\.yaml");
          case AREAS, YAML -> Pattern.compile("(?!)");
        };
    return file -> own.matcher(file).matches() || files.containsKey(file);
  }

  private boolean removesMost(DirectoryDiff diff, Directory directory) {
    String prefix = request.assumptions().name() + "-";
    long had =
        directory.services().stream()
            .filter(service -> service.id().value().startsWith(prefix))
            .count();
    long gone =
        diff.changes().stream()
            .filter(DirectoryDiff.Change.Removed.class::isInstance)
            .filter(change -> change.entry().startsWith("service "))
            .count();
    return gone * 2 > had && gone > 1;
  }

  private void tellFindings() {
    findings.kept().forEach(each -> told.add(each.toString()));
    findings.notHeld().forEach((what, times) -> told.add("not held: " + what + " (" + times + ")"));
    StringBuilder sum = new StringBuilder();
    for (Finding.Severity severity : Finding.Severity.values()) {
      int count = findings.count(severity);
      if (count > 0) {
        sum.append(sum.isEmpty() ? "" : ", ").append(count).append(' ').append(severity.words());
      }
    }
    if (!sum.isEmpty()) {
      told.add(sum.toString());
    }
  }
}
