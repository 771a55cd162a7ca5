package org.ariane.router.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// Something that was told at a time. Of two the later counts, of two at once the one that sorts
/// last: whatever the order of arrival, the same one is left. Its text form is masked.
public record Told<T>(T value, Instant at) {
  /// What is known after something more may have been told.
  ///
  /// @param order of values told at the same time
  static <T> Optional<Told<T>> latest(
      Optional<Told<T>> known, Optional<T> more, Instant at, Comparator<T> order) {
    Optional<Told<T>> told = more.map(value -> new Told<>(value, at));
    if (known.isEmpty() || told.isEmpty()) {
      return told.or(() -> known);
    }
    Comparator<Told<T>> later =
        Comparator.<Told<T>, Instant>comparing(Told::at).thenComparing(Told::value, order);
    return later.compare(told.get(), known.get()) > 0 ? told : known;
  }

  @Override
  public String toString() {
    return "Told[masked]";
  }
}
