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
import org.ariane.directory.csv.CsvTable;
import org.ariane.directory.exchange.Findings;
import org.ariane.directory.exchange.Place;
import org.ariane.directory.exchange.Raw;
import org.ariane.directory.exchange.SourceText;
import org.ariane.directory.json.JsonSource;
import org.ariane.directory.place.CommuneCode;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Gazetteer;
import org.ariane.directory.place.Outline;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.RegisteredCommune;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

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
    try (JsonParser json = JsonSource.open(text)) {
      boolean features = false;
      if (json.nextToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
          boolean here = json.currentName().equals("features");
          if (json.nextToken() == JsonToken.START_ARRAY && here) {
            features(file, json);
            features = true;
          } else {
            json.skipChildren();
          }
        }
      }
      int line = JsonSource.line(json);
      if (!features || json.nextToken() != null) {
        problems.add(file, line, "a FeatureCollection is expected, and nothing else");
      }
    } catch (WrongBorder e) {
      problems.add(file, e.line(), String.valueOf(e.getMessage()));
    } catch (JacksonException e) {
      problems.add(file, JsonSource.line(e), JsonSource.reason(e));
    }
  }

  private void features(String file, JsonParser json) throws WrongBorder {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      int line = JsonSource.line(json);
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw new WrongBorder(line, "a feature is expected here");
      }
      Map<String, String> properties = new HashMap<>();
      Optional<Geometry> border = Optional.empty();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = json.currentName();
        boolean entry = json.nextToken() == JsonToken.START_OBJECT;
        if (entry && key.equals("properties")) {
          properties(json, properties);
        } else if (entry && key.equals("geometry")) {
          border = Optional.of(new Borders(json).read());
        } else {
          json.skipChildren();
        }
      }
      if (border.isEmpty()) {
        problems.add(file, line, "the commune has no border");
      }
      take(file, line, properties, border.map(Outline::of));
    }
  }

  private static void properties(JsonParser json, Map<String, String> into) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName().toLowerCase(Locale.ROOT);
      JsonToken value = json.nextToken();
      if (value == JsonToken.START_ARRAY) {
        into.put(key, list(json));
      } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        into.put(key, json.getString());
      } else {
        json.skipChildren();
      }
    }
  }

  private static String list(JsonParser json) {
    List<String> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken().isScalarValue() && json.currentToken() != JsonToken.VALUE_NULL) {
        items.add(json.getString());
      } else {
        json.skipChildren();
      }
    }
    return String.join(" ", items);
  }

  /// Reads a CSV.
  public void readCsv(String file, String text) {
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Findings findings = new Findings();
    CsvTable.read(new SourceText(file, unmarked), findings)
        .ifPresent(table ->
            table
                .rows()
                .forEach(row -> take(file, row.place().line(), texts(row), Optional.empty())));
    findings.kept().forEach(found -> problems.add(file, found.place().line(), found.reason()));
  }

  private static Map<String, String> texts(Raw.Entry row) {
    Map<String, String> texts = new HashMap<>();
    row.fields()
        .forEach((column, cell) -> {
          if (cell instanceof Raw.Text(String text, Place _)) {
            texts.put(column, text.strip());
          }
        });
    return texts;
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
        .filter(name -> !name.isBlank())
        .forEach(names::add);
    return names;
  }

  private static List<Postcode> postcodes(String text, Country country) {
    List<Postcode> postcodes = new ArrayList<>();
    for (String digits : text.split("[ ,|]+", -1)) {
      if (!digits.isEmpty()) {
        postcodes.add(new Postcode(country, digits));
      }
    }
    return postcodes;
  }
}
