package org.ariane.router.order;

import java.time.ZoneId;
import java.util.Map;
import org.ariane.directory.place.Country;

/// In whose local time the last day of an order ends.
public final class LocalClocks {
  private static final Map<Country, ZoneId> OF =
      Map.of(
          Country.FR,
          ZoneId.of("Europe/Paris"),
          Country.BE,
          ZoneId.of("Europe/Brussels"),
          new Country("CA"),
          ZoneId.of("America/Toronto"));

  private LocalClocks() {}

  /// UTC where nobody has said.
  public static ZoneId of(Country country) {
    return OF.getOrDefault(country, ZoneId.of("UTC"));
  }
}
