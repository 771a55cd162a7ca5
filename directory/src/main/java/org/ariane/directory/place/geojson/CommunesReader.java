package org.ariane.directory.place.geojson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.place.CommuneCode;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Gazetteer;
import org.ariane.directory.place.Outline;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.RegisteredCommune;
import org.locationtech.jts.geom.Geometry;

/// Gathers the communes of a country from several texts: what two say of one code is put together.
///
/// A GeoJSON feature has the properties `code` or `insee` (France) or `nis` (Belgium), `nom` or
/// `name`, further names as `name_nl`, and perhaps `country` and `postcodes`, as `59000 59800`. A
/// CSV has a line of headings, separated by commas or semicolons: `code`, `name`, and perhaps
/// `country` and `postcode`; one line for each name or postcode of a commune.
public final class CommunesReader {
  private static final int MOST_COMMUNES = 100_000;
  private static final int MOST_NAMES = 12;
  private static final Set<String> CODES = Set.of("code", "insee", "nis", "code_commune_insee");
  private static final Set<String> FIRST_NAMES = Set.of("nom", "name", "nom_de_la_commune");
  private static final Set<String> POSTCODES = Set.of("postcode", "postcodes", "code_postal");

  /// Where what is wrong is told.
  @FunctionalInterface
  public interface Problems {
    void add(String file, int line, String reason);
  }

  private final Problems problems;
  private final Map<CommuneCode, Draft> drafts = new LinkedHashMap<>();

  private static final class Draft {
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<Postcode> postcodes = new LinkedHashSet<>();
    private Optional<Outline> outline = Optional.empty();
  }

  public CommunesReader(Problems problems) {
    this.problems = problems;
  }

  /// Everything read so far; to be called when nothing was wrong.
  public Gazetteer gazetteer() {
    List<RegisteredCommune> communes = new ArrayList<>();
    drafts.forEach((code, draft) ->
        communes.add(
            new RegisteredCommune(code, List.copyOf(draft.names), draft.postcodes, draft.outline)));
    return new Gazetteer(communes);
  }

  /// Reads a FeatureCollection. A feature that is wrong is reported and left out; a text that is no
  /// JSON is reported where it breaks.
  public void readGeoJson(String file, String text) {
    JsonText json = new JsonText(text);
    try {
      boolean features = false;
      json.expect('{');
      for (boolean first = true; json.more(first, '}'); first = false) {
        boolean here = json.string().equals("features");
        json.expect(':');
        if (here) {
          features(file, json);
        } else {
          json.skip();
        }
        features |= here;
      }
      if (!features || !json.atEnd()) {
        problems.add(file, json.line(), "a FeatureCollection is expected, and nothing else");
      }
    } catch (JsonText.Malformed e) {
      problems.add(file, e.line(), String.valueOf(e.getMessage()));
    }
  }

  private void features(String file, JsonText json) throws JsonText.Malformed {
    json.expect('[');
    for (boolean first = true; json.more(first, ']'); first = false) {
      int line = json.line();
      Map<String, String> properties = new HashMap<>();
      Optional<Geometry> border = Optional.empty();
      json.expect('{');
      for (boolean start = true; json.more(start, '}'); start = false) {
        String key = json.string();
        json.expect(':');
        if (key.equals("properties") && json.peek() == '{') {
          properties(json, properties);
        } else if (key.equals("geometry") && json.peek() == '{') {
          border = Optional.of(new Borders(json).read());
        } else {
          json.skip();
        }
      }
      if (border.isEmpty()) {
        problems.add(file, line, "the commune has no border");
      }
      take(file, line, properties, border.map(Outline::of));
    }
  }

  private static void properties(JsonText json, Map<String, String> into)
      throws JsonText.Malformed {
    json.expect('{');
    for (boolean first = true; json.more(first, '}'); first = false) {
      String key = json.string().toLowerCase(Locale.ROOT);
      json.expect(':');
      if (json.peek() == '[') {
        into.put(key, list(json));
      } else if (json.peek() == '{') {
        json.skip();
      } else {
        into.put(key, json.scalar());
      }
    }
  }

  private static String list(JsonText json) throws JsonText.Malformed {
    List<String> items = new ArrayList<>();
    json.expect('[');
    for (boolean first = true; json.more(first, ']'); first = false) {
      items.add(json.scalar());
    }
    return String.join(" ", items);
  }

  /// Reads a CSV.
  public void readCsv(String file, String text) {
    List<String> lines = text.lines().toList();
    List<String> headings = List.of();
    for (int i = 0; i < lines.size(); i++) {
      String line =
          i == 0 && lines.get(0).startsWith("\uFEFF") ? lines.get(0).substring(1) : lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = cells(line);
      if (headings.isEmpty()) {
        headings = cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
      } else if (cells.size() != headings.size()) {
        problems.add(
            file, i + 1, "%d cells, but %d headings".formatted(cells.size(), headings.size()));
      } else {
        Map<String, String> properties = new HashMap<>();
        for (int cell = 0; cell < cells.size(); cell++) {
          properties.put(headings.get(cell), cells.get(cell));
        }
        take(file, i + 1, properties, Optional.empty());
      }
    }
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char next = line.charAt(i);
      if (next == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (next == '"') {
        quoted = !quoted;
      } else if (!quoted && (next == ',' || next == ';')) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(next);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }

  private void take(
      String file, int line, Map<String, String> properties, Optional<Outline> outline) {
    try {
      CommuneCode code = code(properties);
      Draft draft = drafts.computeIfAbsent(code, any -> new Draft());
      if (drafts.size() > MOST_COMMUNES) {
        throw new IllegalArgumentException("more than " + MOST_COMMUNES + " communes");
      }
      if (outline.isPresent() && draft.outline.isPresent()) {
        throw new IllegalArgumentException("commune " + code + " has two borders");
      }
      draft.outline = draft.outline.or(() -> outline);
      draft.names.addAll(names(properties));
      for (String key : POSTCODES) {
        draft.postcodes.addAll(postcodes(properties.getOrDefault(key, ""), code.country()));
      }
      if (draft.names.isEmpty() || draft.names.size() > MOST_NAMES) {
        throw new IllegalArgumentException("a commune has 1 to " + MOST_NAMES + " names");
      }
      // So that a wrong name is told here, with its line.
      var _ = new RegisteredCommune(code, List.copyOf(draft.names), Set.of(), Optional.empty());
    } catch (IllegalArgumentException e) {
      problems.add(file, line, String.valueOf(e.getMessage()));
    }
  }

  private static CommuneCode code(Map<String, String> properties) {
    String key =
        CODES.stream()
            .filter(properties::containsKey)
            .min(String::compareTo)
            .orElseThrow(() -> new IllegalArgumentException("missing: code, insee or nis"));
    String country =
        properties
            .getOrDefault("country", key.equals("nis") ? "BE" : "FR")
            .toUpperCase(Locale.ROOT);
    return new CommuneCode(new Country(country), properties.getOrDefault(key, ""));
  }

  /// The plain one first, then those of languages in the order of their tags.
  private static Collection<String> names(Map<String, String> properties) {
    Set<String> names = new LinkedHashSet<>();
    properties.keySet().stream()
        .filter(key -> FIRST_NAMES.contains(key) || key.startsWith("name_"))
        .sorted((one, two) ->
            Boolean.compare(!FIRST_NAMES.contains(one), !FIRST_NAMES.contains(two)) != 0
                ? Boolean.compare(!FIRST_NAMES.contains(one), !FIRST_NAMES.contains(two))
                : one.compareTo(two))
        .map(key -> properties.getOrDefault(key, ""))
        .filter(name -> !name.isBlank() && !name.equals("null"))
        .forEach(names::add);
    return names;
  }

  private static List<Postcode> postcodes(String text, Country country) {
    List<Postcode> postcodes = new ArrayList<>();
    for (String digits : text.split("[ ,|]+", -1)) {
      if (!digits.isEmpty() && !digits.equals("null")) {
        postcodes.add(new Postcode(country, digits));
      }
    }
    return postcodes;
  }
}
