package org.ariane.router.directory.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.Directory;
import org.ariane.directory.place.AskedPlace;
import org.ariane.directory.place.CommuneCode;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.RegisteredCommune;

/// The commune that somebody wrote, as a search can use it.
///
/// @param code empty where only a postcode of it is known
/// @param postcode one of it, to search by where the code tells no place
public record AskedCommune(String name, Optional<CommuneCode> code, Optional<Postcode> postcode) {
  private static final int MOST_CANDIDATES = 20;
  private static final int MOST_POSTCODES = 5;

  /// Reads the field `commune`. What could mean several communes is an error with those as
  /// candidates.
  static Optional<AskedCommune> of(
      BodyFields fields, Directory directory, Optional<Postcode> near) {
    return fields
        .text("commune", Optional::of, "the code of a commune (INSEE, NIS), or its name")
        .flatMap(text ->
            switch (directory.placeQuestion().of(text, near)) {
              case AskedPlace.Registered(RegisteredCommune commune, int _) ->
                  Optional.of(of(commune));
              case AskedPlace.ByPostcode(String name, Postcode postcode) ->
                  Optional.of(new AskedCommune(name, Optional.empty(), Optional.of(postcode)));
              case AskedPlace.Several(List<AskedPlace.Candidate> candidates) -> {
                fields.wrong(
                    "commune",
                    "Several communes could be meant: give the code or a postcode of one of them",
                    candidates(candidates));
                yield Optional.empty();
              }
              case AskedPlace.Unknown() -> {
                fields.wrong(
                    "commune",
                    "No commune of the directory; give its code, a postcode or a position");
                yield Optional.empty();
              }
            });
  }

  public static AskedCommune of(RegisteredCommune commune) {
    return new AskedCommune(commune.name(), Optional.of(commune.code()), commune.standIn());
  }

  private static JsonArray candidates(List<AskedPlace.Candidate> candidates) {
    JsonArray array = new JsonArray();
    candidates.stream()
        .limit(MOST_CANDIDATES)
        .forEach(candidate -> {
          JsonObject json = new JsonObject().put("name", candidate.name());
          candidate.code().ifPresent(code -> json.put("code", code.toString()));
          JsonArray postcodes = new JsonArray();
          candidate.postcodes().stream()
              .limit(MOST_POSTCODES)
              .forEach(postcode -> postcodes.add(postcode.digits()));
          array.add(json.put("postcodes", postcodes));
        });
    return array;
  }

  JsonObject json() {
    JsonObject json = new JsonObject().put("name", name);
    code.ifPresent(of -> json.put("code", of.toString()));
    return json;
  }
}
