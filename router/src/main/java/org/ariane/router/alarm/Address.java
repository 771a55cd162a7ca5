package org.ariane.router.alarm;

import java.util.Optional;
import org.ariane.directory.place.Postcode;

/// A postal address as it was told. Its text form is masked.
///
/// @param postcode as told; see [#usablePostcode]
/// @param country ISO 3166-1 alpha-2 as told
public record Address(
    Optional<String> text,
    Optional<String> postcode,
    Optional<String> city,
    Optional<String> country) {
  /// The postcode in a shape that a zone can be found by.
  public Optional<Postcode> usablePostcode() {
    return postcode.flatMap(Postcode::parse);
  }

  @Override
  public String toString() {
    return "Address[masked]";
  }
}
