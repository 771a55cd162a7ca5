package org.ariane.directory.place;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A commune as its state registers it.
///
/// @param names in all of its languages, the official one first; never empty
/// @param postcodes that lie in it, as far as they are known
/// @param outline empty where no border is known
public record RegisteredCommune(
    CommuneCode code, List<String> names, Set<Postcode> postcodes, Optional<Outline> outline) {
  private static final int LONGEST_NAME = 80;

  public RegisteredCommune {
    names = List.copyOf(names);
    postcodes = Set.copyOf(postcodes);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a commune has a name");
    }
    if (names.stream().anyMatch(name -> name.isBlank() || name.length() > LONGEST_NAME)) {
      throw new IllegalArgumentException("a commune's name has 1 to 80 characters");
    }
  }

  public String name() {
    return names.getFirst();
  }

  /// A postcode to search by where no border tells the place: the least one; none where a border
  /// does, since that says more.
  public Optional<Postcode> standIn() {
    return outline.isPresent()
        ? Optional.empty()
        : postcodes.stream().min(Comparator.comparing(Postcode::digits));
  }

  /// In square degrees; above every outline where none is known.
  double area() {
    return outline.map(Outline::area).orElse(Double.MAX_VALUE);
  }
}
