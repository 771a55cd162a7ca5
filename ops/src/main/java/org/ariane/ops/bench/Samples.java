package org.ariane.ops.bench;

import java.util.Collection;

/// Figures in ascending order.
record Samples(double[] sorted) {
  static Samples of(Collection<Double> values) {
    return new Samples(values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
  }

  /// The value of nearest rank: a figure that was measured, none in between.
  ///
  /// @param q 0..1
  double quantile(double q) {
    if (sorted.length == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    int rank = (int) Math.ceil(q * sorted.length);
    return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
  }
}
