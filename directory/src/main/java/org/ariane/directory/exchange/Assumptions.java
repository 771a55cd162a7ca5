package org.ariane.directory.exchange;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ariane.directory.place.Country;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ServiceKind;

/// What the coordinator says of a source, for what its records do not say themselves.
///
/// @param name of the source, small letters and digits: its records are called `name-…`
/// @param country whose way of writing numbers, holidays and bounds hold
/// @param kind of services whose record tells none
/// @param needs of services whose record tells none
/// @param languages spoken where the record tells none; empty leaves such records out
/// @param coverage of services whose area cannot be understood; empty leaves them out
/// @param licence of the whole source
public record Assumptions(
    String name,
    Country country,
    Optional<String> subdivision,
    Optional<ServiceKind> kind,
    Set<String> needs,
    List<Language> languages,
    Optional<Coverage> coverage,
    Optional<String> licence) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,20}");

  public Assumptions {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of a source has 1 to 20 small letters and digits");
    }
    needs = Set.copyOf(needs);
    languages = List.copyOf(languages);
  }

  /// Nothing but its name and country.
  public static Assumptions of(String name, Country country) {
    return new Assumptions(
        name,
        country,
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
