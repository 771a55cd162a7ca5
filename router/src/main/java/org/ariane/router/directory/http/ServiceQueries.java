package org.ariane.router.directory.http;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ariane.directory.Directory;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.search.ServiceQuery;
import org.ariane.directory.search.Wishes;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ListenerGender;
import org.ariane.directory.service.ServiceKind;

/// Reads what somebody searches for.
public final class ServiceQueries {
  private static final Set<String> CHANNELS = Set.of("phone", "desk", "web");
  private static final Pattern URN = Pattern.compile("urn:[A-Za-z0-9-]{2,32}:[A-Za-z0-9.:_-]+");

  private ServiceQueries() {}

  /// What is asked, for whoever does not tell how its commune was understood.
  public static ServiceQuery query(BodyFields fields, Directory directory) {
    return of(fields, directory).query();
  }

  /// A query and how its commune was understood.
  ///
  /// @param commune empty where none was named
  record Asked(ServiceQuery query, Optional<AskedCommune> commune) {}

  static Asked of(BodyFields fields, Directory directory) {
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
        fields.text("postcode", Postcode::parse, "a French or Belgian postcode");
    Optional<AskedCommune> commune = AskedCommune.of(fields, directory, postcode);
    ServiceQuery query =
        new ServiceQuery(
            position,
            commune.flatMap(AskedCommune::code),
            postcode.or(() -> commune.flatMap(AskedCommune::postcode)),
            fields.text("language", Language::parse, "a BCP 47 tag, as ar"),
            fields.text("need", ServiceQueries::urn, "a URN, as urn:service:counseling"),
            fields.texts("public", Audience::parse, "a list of publics, as [\"woman\"]"),
            fields.text(
                "channel",
                text -> Optional.of(text).filter(CHANNELS::contains),
                "phone, desk or web"),
            fields.texts("kinds", ServiceKind::parse, "a list of kinds, as [\"shelter\"]"),
            wishes(fields));
    return new Asked(query, commune);
  }

  private static Wishes wishes(BodyFields fields) {
    return fields
        .object("wishes", "an object of wishes")
        .map(object -> wishesOf(fields.inside("wishes", object)))
        .orElse(Wishes.NONE);
  }

  private static Wishes wishesOf(BodyFields fields) {
    return new Wishes(
        fields.flag("openNow"),
        fields.flag("herLanguageOnly"),
        fields.text("listener", ListenerGender::parse, "woman or man"),
        fields.flag("free"),
        fields.flag("accessible"));
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
}
