package org.ariane.directory.yaml;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Position;
import org.ariane.directory.service.Address;
import org.ariane.directory.service.Premises;
import org.ariane.directory.service.ServiceKind;

/// `site`, `address` and `protected` of a service. A shelter's place is protected unless the entry
/// says `protected: false`, and what is protected is not held.
final class PremisesReader {
  private PremisesReader() {}

  static Premises read(Fields fields, Country country, Optional<ServiceKind> kind) {
    Optional<Position> site =
        fields.optional("site").flatMap(each -> Values.position(each, country));
    Optional<Address> address = fields.optional("address").flatMap(each -> address(each, country));
    Optional<Boolean> said = fields.optional("protected").flatMap(Value::asBoolean);
    if (said.orElse(false)) {
      for (String key : List.of("site", "address")) {
        fields
            .optional(key)
            .ifPresent(each ->
                each.refuse("a protected place is not written down here: leave out " + key));
      }
    }
    boolean hidden = said.orElse(kind.filter(ServiceKind.SHELTER::equals).isPresent());
    return hidden ? new Premises.Protected() : Premises.of(site, address);
  }

  /// `{street: 1 rue Exemple, postcode: "59000", city: Lille}`; a street may have several lines.
  private static Optional<Address> address(Value value, Country country) {
    return value
        .fields("street", "postcode", "city", "country")
        .flatMap(fields -> {
          List<String> street =
              fields
                  .optional("street")
                  .map(each ->
                      each.isList()
                          ? fields.list("street", Value::text)
                          : each.text().stream().toList())
                  .orElse(List.of());
          Optional<String> postcode = fields.optional("postcode").flatMap(Value::text);
          Country in = fields.optional("country").flatMap(Values::country).orElse(country);
          return fields
              .required("city")
              .flatMap(each -> each.as(city -> new Address(street, postcode, city, in)));
        });
  }
}
