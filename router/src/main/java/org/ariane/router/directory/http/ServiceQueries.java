package org.ariane.router.directory.http;

import io.vertx.core.json.JsonObject;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ariane.directory.Directory;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.search.ServiceQuery;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Language;

/// Reads what somebody searches for.
final class ServiceQueries {
  private static final Set<String> CHANNELS = Set.of("phone", "desk", "web");
  private static final Pattern URN = Pattern.compile("urn:[A-Za-z0-9-]{2,32}:[A-Za-z0-9.:_-]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private ServiceQueries() {}

  static ServiceQuery of(BodyFields fields, Directory directory) {
    Optional<Position> position =
        fields
            .object("position", "an object with lat and lon")
            .flatMap(object -> {
              Optional<Position> point = point(object);
              if (point.isEmpty()) {
                fields.wrong("position", "lat in -90..90 and lon in -180..180");
              }
              return point;
            });
    Optional<Postcode> postcode =
        fields
            .text("postcode", Postcode::parse, "a French or Belgian postcode")
            .or(() ->
                fields.text(
                    "commune",
                    name -> commune(directory, name),
                    "a commune of the directory; otherwise give a postcode or a position"));
    Optional<Language> language = fields.text("language", Language::parse, "a BCP 47 tag, as ar");
    Optional<String> need =
        fields.text("need", ServiceQueries::urn, "a URN, as urn:service:counseling");
    Set<Audience> audiences =
        fields.texts("public", Audience::parse, "a list of publics, as [\"woman\"]");
    Optional<String> channel =
        fields.text(
            "channel", text -> Optional.of(text).filter(CHANNELS::contains), "phone, desk or web");
    return new ServiceQuery(position, postcode, language, need, audiences, channel);
  }

  private static Optional<String> urn(String text) {
    return Optional.of(text).filter(urn -> URN.matcher(urn).matches());
  }

  private static Optional<Position> point(JsonObject object) {
    if (object.getValue("lat") instanceof Number lat
        && object.getValue("lon") instanceof Number lon) {
      try {
        return Optional.of(new Position(lat.doubleValue(), lon.doubleValue()));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// A commune stands for its zone: the directory knows areas of forces, not of every commune.
  private static Optional<Postcode> commune(Directory directory, String name) {
    String wanted = plain(name);
    return directory.zones().stream()
        .filter(zone -> plain(zone.name()).equals(wanted))
        .map(Zone::postcodes)
        .flatMap(codes -> codes.stream().min(Comparator.comparing(Postcode::digits)).stream())
        .findFirst();
  }

  private static String plain(String name) {
    return MARKS
        .matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
        .replaceAll("")
        .replace('-', ' ')
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
