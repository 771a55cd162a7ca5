package org.ariane.directory.search;

/// The best few of many candidates: lesser rank first, then the shorter way, then the earlier turn.
/// A candidate that is offered twice counts once, at its better rank, if it is offered at that one
/// first.
final class Top {
  private final int[] ranks;
  private final double[] distances;
  private final int[] turns;
  private final int[] ordinals;
  private int size;

  Top(int limit) {
    ranks = new int[limit];
    distances = new double[limit];
    turns = new int[limit];
    ordinals = new int[limit];
  }

  boolean full() {
    return size == ordinals.length;
  }

  int size() {
    return size;
  }

  int ordinal(int place) {
    return ordinals[place];
  }

  int rank(int place) {
    return ranks[place];
  }

  /// [Double#MAX_VALUE] where it is not known.
  double distance(int place) {
    return distances[place];
  }

  /// Whether nothing of this rank can get in any more, however near.
  boolean isAbove(int rank) {
    return full() && ranks[size - 1] < rank;
  }

  /// Whether nothing of this rank without a distance, at this turn or a later one, can get in.
  boolean isAbove(int rank, int turn) {
    return full() && compare(size - 1, rank, Double.MAX_VALUE, turn) <= 0;
  }

  /// How far away one of this rank may be and still get in.
  double reach(int rank) {
    return full() && ranks[size - 1] == rank ? distances[size - 1] : Double.MAX_VALUE;
  }

  /// @param turn decides between those of equal rank and distance; each candidate has its own
  void offer(int rank, double distance, int turn, int ordinal) {
    if (full() && compare(size - 1, rank, distance, turn) <= 0) {
      return;
    }
    for (int i = 0; i < size; i++) {
      if (ordinals[i] == ordinal) {
        return;
      }
    }
    int place = full() ? size - 1 : size++;
    while (place > 0 && compare(place - 1, rank, distance, turn) > 0) {
      ranks[place] = ranks[place - 1];
      distances[place] = distances[place - 1];
      turns[place] = turns[place - 1];
      ordinals[place] = ordinals[place - 1];
      place--;
    }
    ranks[place] = rank;
    distances[place] = distance;
    turns[place] = turn;
    ordinals[place] = ordinal;
  }

  private int compare(int place, int rank, double distance, int turn) {
    if (ranks[place] != rank) {
      return Integer.compare(ranks[place], rank);
    }
    int nearer = Double.compare(distances[place], distance);
    return nearer != 0 ? nearer : Integer.compare(turns[place], turn);
  }
}
