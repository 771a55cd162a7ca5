package org.ariane.directory.geojson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ariane.directory.exchange.Finding;
import org.ariane.directory.exchange.Findings;
import org.ariane.directory.exchange.Item;
import org.ariane.directory.exchange.Place;
import org.ariane.directory.exchange.Raw;
import org.ariane.directory.exchange.SourceText;
import org.ariane.directory.exchange.ZoneDefaults;
import org.ariane.directory.json.JsonLines;
import org.ariane.directory.json.JsonText;
import org.ariane.directory.place.ZoneId;
import org.locationtech.jts.geom.Geometry;

/// Outlines of zones: each feature of a collection becomes `areas/ID.geojson`. A zone that is not
/// yet in the directory is made with what the coordinator said of new zones.
public final class AreasImport {
  private static final int MOST_FEATURES = 5_000;
  private static final int LONGEST_NAME = 200;
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,7}");

  private final ZoneDefaults defaults;
  private final Findings findings;
  private final List<String> known;
  private final SortedMap<String, String> files = new TreeMap<>();
  private final Map<String, String> made = new LinkedHashMap<>();

  private AreasImport(ZoneDefaults defaults, List<String> known, Findings findings) {
    this.defaults = defaults;
    this.known = known;
    this.findings = findings;
  }

  /// Files of the directory's folder, by name; none where nothing can be used.
  ///
  /// @param idKey the property that names a zone; `id` of the feature where it is absent
  /// @param nameKey the property that holds its name
  /// @param known ids of zones that are in the directory
  public static SortedMap<String, String> read(
      SourceText source,
      String idKey,
      String nameKey,
      ZoneDefaults defaults,
      List<ZoneId> known,
      Findings findings) {
    AreasImport reader =
        new AreasImport(defaults, known.stream().map(ZoneId::value).toList(), findings);
    Optional<Raw> root = JsonText.read(source, findings);
    root.ifPresent(each -> reader.features(each, idKey, nameKey));
    return findings.unreadable() ? new TreeMap<>() : reader.written();
  }

  private void features(Raw root, String idKey, String nameKey) {
    if (!(root instanceof Raw.Entry(Map<String, Raw> fields, Place place))) {
      unreadable(root.place(), "a feature or a collection of features is expected here");
      return;
    }
    Raw features = fields.get("features");
    if (features instanceof Raw.Items) {
      for (Item each : Item.each(features, "/features", MOST_FEATURES, findings)) {
        feature(each, idKey, nameKey);
      }
    } else if (fields.containsKey("geometry")) {
      feature(new Item(new Raw.Entry(fields, place), "", findings), idKey, nameKey);
    } else {
      unreadable(place, "a feature or a collection of features is expected here");
    }
  }

  private void unreadable(Place place, String reason) {
    findings.add(Finding.Severity.UNREADABLE, place, "", reason);
  }

  private void feature(Item feature, String idKey, String nameKey) {
    Optional<Item> properties = feature.item("properties");
    Optional<String> id = properties.flatMap(each -> each.code(idKey)).or(() -> feature.code("id"));
    if (id.isEmpty() || id.get().length() > 64 || !ID.matcher(id.get()).matches()) {
      feature.leaveOut(
          id.isEmpty()
              ? "it has no property " + idKey
              : "the id of a zone is lower-case words joined by hyphens");
      return;
    }
    String file = "areas/" + id.get() + ".geojson";
    if (files.containsKey(file)) {
      feature.leaveOut("a feature with this id was already here");
      return;
    }
    Optional<Geometry> area = Outlines.read(feature, defaults.country());
    if (area.isEmpty()) {
      return;
    }
    files.put(file, JsonLines.text(GeoJson.geometry(area.get())));
    if (!known.contains(id.get())) {
      String name = properties.flatMap(each -> each.text(nameKey, LONGEST_NAME)).orElse(id.get());
      made.put(id.get(), name.replace('\n', ' '));
    }
  }

  private SortedMap<String, String> written() {
    List<Map<String, Object>> zones = new ArrayList<>();
    if (!made.isEmpty() && defaults.chain().isEmpty()) {
      unreadable(
          new Place("--chain", 1),
          "new zones need a chain of centres: " + String.join(", ", made.keySet()));
      return new TreeMap<>();
    }
    made.forEach((id, name) -> zones.add(zone(id, name)));
    if (!zones.isEmpty()) {
      files.put(
          "import-" + defaults.source() + "-zones.yaml", JsonLines.text(Map.of("zones", zones)));
    }
    return files;
  }

  private Map<String, Object> zone(String id, String name) {
    Map<String, Object> zone = new LinkedHashMap<>();
    zone.put("id", id);
    zone.put("name", name);
    zone.put("country", defaults.country().code());
    zone.put("area", "areas/" + id + ".geojson");
    zone.put("chain", defaults.chain().stream().map(String::valueOf).toList());
    zone.put("emergency-number", defaults.emergencyNumber());
    return zone;
  }
}
