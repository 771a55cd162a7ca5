package org.ariane.directory.yaml;

import java.util.Optional;
import org.ariane.directory.place.Commune;
import org.ariane.directory.place.Postcode;

/// Names of communes, as `{postcode: "94700", name: Maisons-Alfort}`.
final class CommuneReader {
  private CommuneReader() {}

  static Optional<Commune> read(Value value) {
    return value
        .fields("name", "postcode")
        .flatMap(fields -> {
          Optional<Postcode> postcode =
              fields
                  .required("postcode")
                  .flatMap(written ->
                      written.as(text ->
                          Postcode.parse(text)
                              .orElseThrow(() ->
                                  new IllegalArgumentException(
                                      "a postcode has four or five digits, in quotes"))));
          Optional<Value> name = fields.required("name");
          return postcode.flatMap(
              of -> name.flatMap(each -> each.as(text -> new Commune(text, of))));
        });
  }
}
