package org.ariane.directory.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.ariane.directory.DirectoryContent;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.Commune;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.DispatchCentre;
import org.ariane.directory.place.Gazetteer;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.geojson.CommunesReader;
import org.ariane.directory.service.Line;
import org.ariane.directory.service.Organisation;
import org.ariane.directory.service.OrganisationId;
import org.ariane.directory.service.Service;

/// Reads the texts of one folder once: first every entry by itself, then what they say of each
/// other.
final class FolderReader {
  private static final String[] KEYS = {
    "organisations",
    "services",
    "zones",
    "centres",
    "lines",
    "communes",
    "policy-version",
    "policies",
    "policy-examples",
    "school-holidays",
  };

  private final Names names = new Names();
  private final SchoolHolidayReader schoolHolidays = new SchoolHolidayReader();
  private final List<Organisation> organisations = new ArrayList<>();
  private final List<Service> services = new ArrayList<>();
  private final List<Zone> zones = new ArrayList<>();
  private final List<DispatchCentre> centres = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Commune> communes = new ArrayList<>();
  private Gazetteer gazetteer = Gazetteer.EMPTY;
  private final ZoneReader zoneReader;
  private final ServiceReader serviceReader = new ServiceReader(names, schoolHolidays);
  private final LineReader lineReader = new LineReader(names);
  private final PolicyReader policyReader = new PolicyReader(names);

  private final Overlay overlay;

  private FolderReader(FolderFiles files, Overlay overlay) {
    this.overlay = overlay;
    this.zoneReader = new ZoneReader(names, files);
  }

  static DirectoryLoad read(FolderFiles files, Problems problems) {
    return read(files, Overlay.NONE, problems);
  }

  /// With entries of services that stand in the place of those in the files.
  static DirectoryLoad read(FolderFiles folder, Overlay overlay, Problems problems) {
    FolderFiles files = folder.with(overlay);
    FolderReader reader = new FolderReader(files, overlay);
    boolean complete = problems.count() == 0;
    List<Value> roots = new ArrayList<>();
    for (var file : files.texts().entrySet()) {
      if (FolderFiles.isYaml(file.getKey())) {
        Optional<Value> root = YamlText.read(file.getKey(), file.getValue(), problems);
        root.ifPresent(roots::add);
        complete &= root.isPresent();
      }
    }
    roots.forEach(reader::readSchoolHolidays);
    roots.forEach(reader::readFile);
    complete &= reader.readCommunes(files, problems);
    if (complete) {
      reader.names.reportDangling();
      reader.zoneReader.reportUnknownCommunes(reader.gazetteer);
      reader.lineReader.reportUnreachable(reader.services);
      reader.policyReader.reportIncomplete(reader.services);
    }
    if (problems.count() == 0) {
      reader.reportEmpty(problems);
    }
    if (problems.count() > 0) {
      return new DirectoryLoad.Rejected(problems.all());
    }
    return new DirectoryLoad.Loaded(reader.content(files.version()).toDirectory());
  }

  /// Well-formed, but nobody could be helped by it: rather a file that was lost than meant so.
  private void reportEmpty(Problems problems) {
    Map.of("zones", zones, "centres", centres, "services", services)
        .forEach((list, entries) -> {
          if (entries.isEmpty()) {
            problems.add(".", 1, "no file has any " + list);
          }
        });
  }

  private DirectoryContent content(String version) {
    return new DirectoryContent(
        version,
        organisations,
        services,
        zones,
        centres,
        lines,
        communes,
        policyReader.policies(),
        gazetteer);
  }

  private boolean readCommunes(FolderFiles files, Problems problems) {
    int before = problems.count();
    CommunesReader reader = new CommunesReader(problems::add);
    Optional.ofNullable(files.texts().get(FolderFiles.COMMUNES_GEOJSON))
        .ifPresent(text -> reader.readGeoJson(FolderFiles.COMMUNES_GEOJSON, text));
    Optional.ofNullable(files.texts().get(FolderFiles.COMMUNES_CSV))
        .ifPresent(text -> reader.readCsv(FolderFiles.COMMUNES_CSV, text));
    if (problems.count() > before) {
      return false;
    }
    gazetteer = reader.gazetteer();
    return true;
  }

  /// What is unknown beside them is reported by the reading that follows.
  private void readSchoolHolidays(Value root) {
    if (root.isMapping()) {
      root.fields(KEYS).ifPresent(fields -> fields.list("school-holidays", schoolHolidays::read));
    }
  }

  private void readFile(Value root) {
    root.fields(KEYS)
        .ifPresent(fields -> {
          organisations.addAll(fields.list("organisations", this::organisation));
          services.addAll(fields.list("services", this::service));
          zones.addAll(fields.list("zones", zoneReader::read));
          centres.addAll(fields.list("centres", this::centre));
          lines.addAll(fields.list("lines", lineReader::read));
          communes.addAll(fields.list("communes", CommuneReader::read));
          fields.optional("policy-version").ifPresent(policyReader::version);
          fields.list("policies", policyReader::read);
          fields.list("policy-examples", policyReader::example);
        });
  }

  /// None where another entry stands in its place.
  private Optional<Service> service(Value value) {
    return overlay.hides(value) ? Optional.empty() : serviceReader.read(value);
  }

  private Optional<Organisation> organisation(Value value) {
    return value
        .fields("id", "name", "sample")
        .flatMap(fields -> {
          Optional<OrganisationId> id =
              names.give(Names.Kind.ORGANISATION, fields, OrganisationId::new);
          Optional<String> name = fields.text("name");
          boolean sample = fields.flag("sample");
          return both(id, name, (of, named) -> new Organisation(of, named, sample));
        });
  }

  private Optional<DispatchCentre> centre(Value value) {
    return value
        .fields("id", "name", "country", "sample")
        .flatMap(fields -> {
          Optional<CentreId> id = names.give(Names.Kind.CENTRE, fields, CentreId::new);
          Optional<String> name = fields.text("name");
          Optional<Country> country = fields.required("country").flatMap(Values::country);
          boolean sample = fields.flag("sample");
          return country.flatMap(
              in -> both(id, name, (of, named) -> new DispatchCentre(of, named, in, sample)));
        });
  }

  private static <A, B, T> Optional<T> both(
      Optional<A> first, Optional<B> second, BiFunction<A, B, T> made) {
    return first.flatMap(a -> second.map(b -> made.apply(a, b)));
  }
}
