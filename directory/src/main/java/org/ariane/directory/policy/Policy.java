package org.ariane.directory.policy;

import java.util.List;

/// What is tried, in order, on an [Occasion].
public record Policy(PolicyId id, Occasion when, List<Move> moves) {
  private static final int MOST_MOVES = 12;

  public Policy {
    moves = List.copyOf(moves);
    if (moves.isEmpty() || moves.size() > MOST_MOVES) {
      throw new IllegalArgumentException("a policy tries 1 to " + MOST_MOVES + " things");
    }
  }
}
