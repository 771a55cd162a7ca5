package org.ariane.directory.place;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/// The borders of all communes of France and Belgium, which are not part of this repository. Where
/// they are not, tests are skipped, or fail where `ARIANE_CI` is set. Read by JTS.
public final class RealCommunes {
  public static final Path GEO = Path.of("../../shared/geo");
  private static final Pattern FRENCH =
      Pattern.compile("\"code\":\"([^\"]+)\",\"nom\":\"([^\"]+)\"");
  private static final Pattern BELGIAN =
      Pattern.compile(
          "\"nis\":\"([^\"]+)\"(?:,\"name_fr\":\"([^\"]+)\")?(?:,\"name_nl\":\"([^\"]+)\")?");

  private RealCommunes() {}

  /// A commune as the file has it.
  public record Drawn(CommuneCode code, List<String> names, Geometry shape) {
    public RegisteredCommune registered() {
      return new RegisteredCommune(code, names, Set.of(), Optional.of(Outline.of(shape)));
    }
  }

  public static List<Drawn> all() {
    List<Drawn> all = new ArrayList<>();
    read("communes-fr.geojson.gz", Country.FR, FRENCH, all);
    read("communes-be.geojson.gz", Country.BE, BELGIAN, all);
    return all;
  }

  public static Path file(String name) {
    Path path = GEO.resolve(name);
    if (System.getenv("ARIANE_CI") == null) {
      Assumptions.assumeTrue(Files.exists(path), "skipped, not here: " + path.toAbsolutePath());
    }
    return path;
  }

  private static void read(String name, Country country, Pattern properties, List<Drawn> into) {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file(name)))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int from = text.indexOf("{\"type\":\"Feature\",");
      while (from >= 0) {
        int next = text.indexOf("{\"type\":\"Feature\",", from + 1);
        into.add(drawn(text.substring(from, next < 0 ? text.length() : next), country, properties));
        from = next;
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Drawn drawn(String feature, Country country, Pattern properties) {
    Matcher found = properties.matcher(feature);
    if (!found.find()) {
      throw new AssertionError(feature.substring(0, 200));
    }
    List<String> names = new ArrayList<>();
    for (int group = 2; group <= found.groupCount(); group++) {
      String name = found.group(group);
      if (name != null && !names.contains(name)) {
        names.add(name);
      }
    }
    int start = feature.indexOf("{\"type\":", feature.indexOf("\"geometry\":"));
    int end = feature.indexOf('}', start) + 1;
    try {
      Geometry shape = new GeoJsonReader().read(feature.substring(start, end));
      return new Drawn(new CommuneCode(country, found.group(1)), names, shape);
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }
}
