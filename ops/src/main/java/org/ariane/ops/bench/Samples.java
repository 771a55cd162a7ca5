package org.ariane.ops.bench;

import java.util.Collection;
import java.util.List;

/// Figures in ascending order.
record Samples(List<Double> sorted) {
  Samples {
    sorted = List.copyOf(sorted);
  }

  static Samples of(Collection<Double> values) {
    return new Samples(values.stream().sorted().toList());
  }

  /// The value of nearest rank: a figure that was measured, none in between.
  ///
  /// @param q 0..1
  double quantile(double q) {
    if (sorted.isEmpty()) {
      throw new IllegalStateException("nothing was measured");
    }
    int rank = (int) Math.ceil(q * sorted.size());
    return sorted.get(Math.clamp(rank - 1, 0, sorted.size() - 1));
  }
}
