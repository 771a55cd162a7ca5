package org.ariane.directory.schedule;

import java.util.Optional;

/// What `PH` and `SH` mean for one service.
///
/// @param school empty where nobody said whose school holidays count; hours with `SH` are then
///   refused
public record Holidays(PublicHolidays publicHolidays, Optional<SchoolHolidays> school) {
  public static Holidays of(PublicHolidays publicHolidays) {
    return new Holidays(publicHolidays, Optional.empty());
  }
}
