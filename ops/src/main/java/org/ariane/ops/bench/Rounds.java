package org.ariane.ops.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Reference and ours in turns, so that a machine that is busy for a while is so for both.
///
/// @param reference one figure a round
/// @param ours one figure a round
record Rounds(List<Double> reference, List<Double> ours) {
  Rounds {
    reference = List.copyOf(reference);
    ours = List.copyOf(ours);
  }

  /// The reference first in each round. Both are warm by then.
  static Rounds alternate(int rounds, Callable<Double> reference, Callable<Double> ours)
      throws Exception {
    List<Double> ofReference = new ArrayList<>();
    List<Double> ofOurs = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      ofReference.add(reference.call());
      ofOurs.add(ours.call());
    }
    return new Rounds(ofReference, ofOurs);
  }

  double medianOfReference() {
    return Samples.of(reference).quantile(0.5);
  }

  double medianOfOurs() {
    return Samples.of(ours).quantile(0.5);
  }
}
