package org.ariane.router.dispatch;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ariane.router.alarm.Fix;

/// Where she was, oldest first by the time of measurement, so that the order of arrival does not
/// matter; the newest are kept. Its text form is masked.
public record Track(List<Fix> fixes) {
  private static final int MOST = 20;
  private static final Comparator<Fix> IN_TIME =
      comparing((Fix fix) -> fix.at().orElse(Instant.MIN))
          .thenComparingDouble(fix -> fix.position().lat())
          .thenComparingDouble(fix -> fix.position().lon())
          .thenComparingDouble(fix -> fix.accuracyM().orElse(-1))
          .thenComparing(fix -> fix.method().orElse(""));

  static final Track EMPTY = new Track(List.of());

  public Track {
    fixes = List.copyOf(fixes);
  }

  /// The newest.
  public Optional<Fix> last() {
    return fixes.isEmpty() ? Optional.empty() : Optional.of(fixes.getLast());
  }

  /// @param toldAt stands for the time of measurement where none was told
  /// @param receivedAt by our clock; a measurement from the future counts as of then, so that a
  ///   wrong clock does not hide all that comes after
  Track with(Optional<Fix> fix, Instant toldAt, Instant receivedAt) {
    if (fix.isEmpty()) {
      return this;
    }
    Fix told = fix.get();
    Instant claimed = told.at().orElse(toldAt);
    Instant at = claimed.isAfter(receivedAt) ? receivedAt : claimed;
    Fix timed = new Fix(told.position(), told.accuracyM(), told.method(), Optional.of(at));
    if (fixes.contains(timed)) {
      return this;
    }
    List<Fix> longer = new ArrayList<>(fixes);
    longer.add(timed);
    longer.sort(IN_TIME);
    return new Track(longer.subList(Math.max(0, longer.size() - MOST), longer.size()));
  }

  @Override
  public String toString() {
    return "Track[masked]";
  }
}
