package org.ariane.directory.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;

/// A day that comes every year, or in some.
sealed interface YearlyDate {
  /// Empty where the year lacks it.
  Optional<LocalDate> in(int year);

  /// `Dec 24`; 29 February in leap years only.
  record MonthDay(Month month, int day) implements YearlyDate {
    @Override
    public Optional<LocalDate> in(int year) {
      YearMonth there = YearMonth.of(year, month);
      return there.isValidDay(day) ? Optional.of(there.atDay(day)) : Optional.empty();
    }
  }

  /// The last day of a month.
  record MonthEnd(Month month) implements YearlyDate {
    @Override
    public Optional<LocalDate> in(int year) {
      return Optional.of(YearMonth.of(year, month).atEndOfMonth());
    }
  }

  /// `Mar Su[-1]`, the last Sunday of March; a fifth one in some years only.
  record NthWeekday(Month month, DayOfWeek day, int nth) implements YearlyDate {
    @Override
    public Optional<LocalDate> in(int year) {
      YearMonth there = YearMonth.of(year, month);
      int firstOne =
          1 + Math.floorMod(day.getValue() - there.atDay(1).getDayOfWeek().getValue(), 7);
      int ofThem = (there.lengthOfMonth() - firstOne) / 7 + 1;
      int counted = nth > 0 ? nth : ofThem + 1 + nth;
      return counted >= 1 && counted <= ofThem
          ? Optional.of(there.atDay(firstOne + 7 * (counted - 1)))
          : Optional.empty();
    }
  }

  /// Easter Sunday of the Western churches.
  record Easter() implements YearlyDate {
    /// Anonymous Gregorian computus (Meeus, Jones, Butcher).
    @Override
    public Optional<LocalDate> in(int year) {
      int a = year % 19;
      int b = year / 100;
      int c = year % 100;
      int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
      int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
      int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
      return Optional.of(LocalDate.of(year, f / 31, f % 31 + 1));
    }
  }

  /// Days counted from another.
  ///
  /// @param by days after; negative before
  record Shifted(YearlyDate date, int by) implements YearlyDate {
    @Override
    public Optional<LocalDate> in(int year) {
      return date.in(year).map(day -> day.plusDays(by));
    }
  }
}
