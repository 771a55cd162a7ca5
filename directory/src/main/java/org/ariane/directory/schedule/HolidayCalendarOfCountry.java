package org.ariane.directory.schedule;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.ariane.directory.place.Country;

/// jollyday's calendar, remembered by year since it computes a whole year at a time.
final class HolidayCalendarOfCountry implements PublicHolidays {
  private static final int REMEMBERED_YEARS = 64;
  private static final Set<String> CHURCH_SUNDAYS =
      Set.of("christian.EASTER", "christian.PENTECOST");

  private final HolidayManager manager;
  private final String[] parts;
  private final Optional<MonthDay> ownDay;
  private final Map<Integer, NavigableSet<LocalDate>> years = new ConcurrentHashMap<>();

  private HolidayCalendarOfCountry(
      HolidayManager manager, Optional<String> subdivision, Optional<MonthDay> ownDay) {
    this.manager = manager;
    this.parts = subdivision.stream().toArray(String[]::new);
    this.ownDay = ownDay;
  }

  static Optional<PublicHolidays> of(Country country, Optional<String> subdivision) {
    if (!HolidayManager.getSupportedCalendarCodes().contains(country.code())) {
      return Optional.empty();
    }
    String calendar = country.code().toLowerCase(Locale.ROOT);
    HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(calendar));
    Optional<MonthDay> ownDay =
        country.equals(Country.FR) ? subdivision.flatMap(OverseasHolidays::of) : Optional.empty();
    if (ownDay.isPresent()) {
      return Optional.of(new HolidayCalendarOfCountry(manager, Optional.empty(), ownDay));
    }
    boolean known =
        subdivision
            .map(part -> manager.getCalendarHierarchy().getChildren().containsKey(part))
            .orElse(true);
    return known
        ? Optional.of(new HolidayCalendarOfCountry(manager, subdivision, Optional.empty()))
        : Optional.empty();
  }

  @Override
  public boolean includes(LocalDate date) {
    return year(date.getYear()).contains(date);
  }

  @Override
  public LocalDate sameUntil(LocalDate date) {
    NavigableSet<LocalDate> days = year(date.getYear());
    LocalDate next = days.contains(date) ? date.plusDays(1) : days.higher(date);
    return next == null ? LocalDate.of(date.getYear() + 1, 1, 1) : next;
  }

  private NavigableSet<LocalDate> year(int year) {
    if (years.size() > REMEMBERED_YEARS) {
      years.clear();
    }
    return years.computeIfAbsent(year, this::datesOf);
  }

  /// Without observances, as All Souls in Belgium, on which doors are open, and without Easter and
  /// Whit Sunday, which are Sundays like others: Belgian law names the Mondays (arrêté royal du 18
  /// avril 1974).
  private NavigableSet<LocalDate> datesOf(int year) {
    NavigableSet<LocalDate> days =
        manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, parts).stream()
            .filter(holiday -> !CHURCH_SUNDAYS.contains(holiday.getPropertiesKey()))
            .map(Holiday::getDate)
            .collect(Collectors.toCollection(TreeSet::new));
    ownDay.ifPresent(day -> days.add(day.atYear(year)));
    return days;
  }
}
