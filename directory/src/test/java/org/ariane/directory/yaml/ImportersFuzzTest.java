package org.ariane.directory.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectoryContent;
import org.ariane.directory.Sample;
import org.ariane.directory.csv.ZonesImport;
import org.ariane.directory.exchange.DirectoryDiff;
import org.ariane.directory.exchange.Duplicates;
import org.ariane.directory.exchange.Finding;
import org.ariane.directory.exchange.Findings;
import org.ariane.directory.exchange.ImportCases;
import org.ariane.directory.exchange.Imported;
import org.ariane.directory.exchange.ImportedService;
import org.ariane.directory.exchange.Place;
import org.ariane.directory.exchange.SourceText;
import org.ariane.directory.exchange.ZoneDefaults;
import org.ariane.directory.geojson.AreasImport;
import org.ariane.directory.hsds.HsdsExport;
import org.ariane.directory.hsds.HsdsImport;
import org.ariane.directory.hsds.TabularCases;
import org.ariane.directory.inclusion.AreasOfCodes;
import org.ariane.directory.inclusion.InclusionCases;
import org.ariane.directory.inclusion.InclusionImport;
import org.ariane.directory.json.JsonLines;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.Country;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Service;
import org.junit.jupiter.api.Test;

/// Every importer under seeded damage: each input gives findings with a file and a line, or records
/// that the directory's own files hold unchanged; never an exception, never a long wait. 250 inputs
/// for each, with `-Dariane.soak=true` 10,000; `-Dariane.seed=N` begins elsewhere.
class ImportersFuzzTest {
  private static final int INPUTS = Boolean.getBoolean("ariane.soak") ? 10_000 : 250;
  private static final long SEED = Long.getLong("ariane.seed", 5_050L);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final ZoneDefaults ZONES =
      new ZoneDefaults("there", Country.FR, List.of(ChainStep.parse("fr-94-cic")), "112");

  private static final String SERVICE =
      """
      organisations: [{id: o, name: O}]
      services:
        - id: s
          organisation: o
          name: S
          kind: association
          country: FR
          languages: [fr]
          coverage: {countries: [FR]}
          channels: [{kind: phone, number: "3919", hours: 24/7}]
          confirmed-at: 2026-11-01
      """;

  private final Directory sample = Sample.directory();
  private int readable;

  private interface Importer {
    void read(List<SourceText> files, Findings findings);
  }

  @Test
  void hsdsJson() {
    String valid = JsonLines.text(HsdsExport.page(part()));
    run(
        Map.of("services.json", valid),
        (files, findings) -> right(HsdsImport.read(files, ImportCases.FRENCH, findings), findings));
  }

  /// A hotline, an association and a shelter.
  private Directory part() {
    List<Service> services =
        sample.services().stream()
            .filter(each ->
                Set.of("fr-3919", "sample-fr-59-01", "sample-fr-59-02").contains(each.id().value()))
            .toList();
    return new DirectoryContent(
            "part", sample.organisations(), services, List.of(), List.of(), List.of())
        .toDirectory();
  }

  @Test
  void hsdsExamples() throws IOException {
    Path folder = ImportCases.conformance("hsds/examples");
    Map<String, String> files = new LinkedHashMap<>();
    for (String name : List.of("service_full.json", "organization_list.json")) {
      files.put(name, Files.readString(folder.resolve(name)));
    }
    run(
        files,
        (read, findings) -> right(HsdsImport.read(read, ImportCases.FRENCH, findings), findings));
  }

  @Test
  void hsdsTables() {
    run(
        TabularCases.FILES,
        (files, findings) -> right(HsdsImport.read(files, ImportCases.FRENCH, findings), findings));
  }

  @Test
  void dataInclusion() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("structures.json", InclusionCases.STRUCTURES);
    files.put("services.json", InclusionCases.SERVICES);
    AreasOfCodes areas = new AreasOfCodes(sample.zones());
    run(
        files,
        (read, findings) ->
            right(InclusionImport.read(read, ImportCases.FRENCH, areas, findings), findings));
  }

  @Test
  void outlines() throws IOException {
    List<Object> features = new ArrayList<>();
    StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[\n");
    for (String name : List.of("fr-94", "fr-59-lille", "fr-94-creteil")) {
      String geometry = Files.readString(Sample.FOLDER.resolve("areas/" + name + ".geojson"));
      text.append(features.isEmpty() ? "" : ",\n")
          .append(
              "{\"type\":\"Feature\",\"properties\":{\"id\":\"x-" + name + "\",\"name\":\"A\"},")
          .append("\"geometry\":")
          .append(bare(geometry))
          .append("}");
      features.add(name);
    }
    text.append("]}\n");
    run(
        Map.of("areas.json", text.toString()),
        (files, findings) -> {
          SortedMap<String, String> written = new TreeMap<>();
          files.forEach(file ->
              written.putAll(AreasImport.read(file, "id", "name", ZONES, List.of(), findings)));
          holds(written);
        });
  }

  /// The geometry of a feature, or of a collection of one.
  private static String bare(String geojson) {
    int from = geojson.indexOf("\"geometry\"");
    if (from < 0) {
      return geojson;
    }
    int open = geojson.indexOf('{', from);
    int depth = 0;
    for (int at = open; at < geojson.length(); at++) {
      depth += geojson.charAt(at) == '{' ? 1 : geojson.charAt(at) == '}' ? -1 : 0;
      if (depth == 0) {
        return geojson.substring(open, at + 1);
      }
    }
    return geojson;
  }

  @Test
  void zonesByPlace() {
    String valid =
        """
        zone;name;postcode;commune;commune_name;chain;agreed_number
        x-lille;"Lille; et autour";59000;59350;Lille;fr-59-cic,fr-94-cic;03 53 01 00 59
        x-lille;;59800;59350;Lille;;
        x-bourg;Bourg;1000;1053;Bourg-en-Bresse;fr-94-cic;
        """;
    run(
        Map.of("zones.csv", valid),
        (files, findings) -> {
          SortedMap<String, String> written = new TreeMap<>();
          files.forEach(file -> written.putAll(ZonesImport.read(file, ZONES, findings)));
          holds(written);
        });
  }

  @Test
  void ownFiles() {
    SortedMap<String, String> rest = texts(TestFolders.folder("good"));
    Map<String, String> valid = Map.of("directory.yaml", rest.getOrDefault("directory.yaml", ""));
    run(
        valid,
        (files, findings) -> {
          SortedMap<String, String> texts = new TreeMap<>(rest);
          files.forEach(file -> texts.put(file.file(), file.text()));
          if (FolderReader.read(new FolderFiles(texts), new Problems())
              instanceof DirectoryLoad.Rejected(List<DirectoryProblem> problems)) {
            problems.forEach(each ->
                findings.add(
                    Finding.Severity.UNREADABLE,
                    new Place(each.file(), each.line()),
                    "",
                    each.reason()));
          }
        });
  }

  private void run(Map<String, String> valid, Importer importer) {
    long slowest = 0;
    long slowestSeed = 0;
    for (long seed = SEED; seed < SEED + INPUTS; seed++) {
      Findings findings = new Findings();
      Map<String, Integer> lines = new LinkedHashMap<>();
      List<SourceText> files = files(valid, seed, lines, findings);
      long begun = System.nanoTime();
      try {
        importer.read(files, findings);
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        throw new AssertionError("seed " + seed + " of " + valid.keySet(), e);
      }
      long took = System.nanoTime() - begun;
      if (took > slowest) {
        slowest = took;
        slowestSeed = seed;
      }
      precise(findings, lines, seed);
      readable += findings.unreadable() ? 0 : 1;
    }
    assertThat(Duration.ofNanos(slowest)).as("seed " + slowestSeed).isLessThan(LONGEST);
    assertThat(readable).as("some are damaged so that they can still be read").isPositive();
    if (Boolean.getBoolean("ariane.soak")) {
      System.out.printf(
          "%s: %d inputs, %d readable, slowest %d ms (seed %d)%n",
          valid.keySet(), INPUTS, readable, slowest / 1_000_000, slowestSeed);
    }
  }

  /// One of the files is damaged, sometimes all are.
  private static List<SourceText> files(
      Map<String, String> valid, long seed, Map<String, Integer> lines, Findings findings) {
    Mutations mutations = new Mutations(seed);
    List<SourceText> files = new ArrayList<>();
    int damaged = (int) (seed % (valid.size() + 1));
    int at = 0;
    for (Map.Entry<String, String> file : valid.entrySet()) {
      byte[] bytes =
          at == damaged || damaged == valid.size()
              ? mutations.of(file.getValue())
              : file.getValue().getBytes(StandardCharsets.UTF_8);
      at++;
      int count = 1;
      for (byte each : bytes) {
        count += each == '\n' || each == '\r' ? 1 : 0;
      }
      lines.put(file.getKey(), count);
      SourceText.of(file.getKey(), bytes, findings).ifPresent(files::add);
    }
    return files;
  }

  private static void precise(Findings findings, Map<String, Integer> lines, long seed) {
    for (Finding finding : findings.kept()) {
      String file = finding.place().file();
      assertThat(finding.reason()).as("seed " + seed).isNotBlank().hasSizeLessThan(500);
      assertThat(file).as("seed " + seed + " " + finding).isNotBlank();
      assertThat(finding.place().line())
          .as("seed " + seed + " " + finding)
          .isBetween(1, lines.getOrDefault(file, 1_000_000) + 1);
    }
  }

  /// What was imported is held by the directory's files as it is, whatever it holds.
  private void right(Imported imported, Findings findings) {
    List<ImportedService> services = Duplicates.leftOut(imported.services(), List.of(), findings);
    if (services.isEmpty()) {
      return;
    }
    SortedMap<String, String> files =
        DirectoryYaml.files("there", imported.organisations(), services);
    Set<String> zones = new TreeSet<>();
    services.forEach(each -> {
      assertThat(each.service().confirmedAt()).isAfterOrEqualTo(LocalDate.MIN);
      if (each.service().coverage() instanceof Coverage.InZones(var ids)) {
        ids.forEach(id -> zones.add(id.value()));
      }
    });
    files.put("rest.yaml", rest(zones));
    Directory again = loaded(files);
    Directory before =
        ImportCases.directory(new Imported(imported.organisations(), services, findings));
    List<String> changes =
        DirectoryDiff.between(before, again).lines().stream()
            .filter(line -> line.contains(" service ") || line.contains(" organisation "))
            .toList();
    assertThat(changes).isEmpty();
  }

  private static String rest(Set<String> zones) {
    StringBuilder text = new StringBuilder("centres: [{id: c, name: C, country: FR}]\nzones:\n");
    zones.add("any");
    for (String zone : zones) {
      text.append("  - {id: \"" + zone + "\", name: Z, country: FR, postcodes: [\"59000\"], ");
      text.append("chain: [c], emergency-number: \"112\"}\n");
    }
    return text.toString();
  }

  private static Directory loaded(SortedMap<String, String> files) {
    return switch (FolderReader.read(new FolderFiles(files), new Problems())) {
      case DirectoryLoad.Loaded(Directory directory) -> directory;
      case DirectoryLoad.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  /// What zones were made fits beside the sample; what they name may well not be there.
  private void holds(SortedMap<String, String> written) {
    if (written.isEmpty()) {
      return;
    }
    SortedMap<String, String> texts = new TreeMap<>(written);
    texts.put("rest.yaml", rest(new TreeSet<>()) + SERVICE);
    if (FolderReader.read(new FolderFiles(texts), new Problems())
        instanceof DirectoryLoad.Rejected(List<DirectoryProblem> problems)) {
      Optional<DirectoryProblem> other =
          problems.stream()
              .filter(each -> !each.reason().startsWith("there is no centre"))
              .filter(each -> !each.reason().startsWith("no communes.geojson or communes.csv"))
              .findFirst();
      assertThat(other).isEmpty();
    }
  }

  private static SortedMap<String, String> texts(Path folder) {
    return new TreeMap<>(FolderFiles.read(folder, new Problems()).texts());
  }
}
