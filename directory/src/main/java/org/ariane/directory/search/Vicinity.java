package org.ariane.directory.search;

import java.util.Arrays;

/// How near the members of each word of a large scope can be, and how early in the order of ids: so
/// that a word of which nobody can get among the best any more is passed over as a whole.
final class Vicinity {
  private static final int NOBODY = Integer.MAX_VALUE;

  private final Sites.Balls balls;

  /// The earliest turn of each word.
  private final int[] first;

  /// The earliest of those of each word that stand nowhere.
  private final int[] firstNowhere;

  /// @param members in the order of their bits
  Vicinity(int[] members, ServiceTable table) {
    Sites sites = table.sites();
    balls = sites.balls(members, Long.SIZE);
    first = new int[Bits.words(members.length)];
    firstNowhere = new int[first.length];
    Arrays.fill(first, NOBODY);
    Arrays.fill(firstNowhere, NOBODY);
    for (int i = 0; i < members.length; i++) {
      int word = i / Long.SIZE;
      first[word] = Math.min(first[word], table.turn(members[i]));
      if (!sites.has(members[i])) {
        firstNowhere[word] = Math.min(firstNowhere[word], table.turn(members[i]));
      }
    }
  }

  /// The word to begin with, since its members leave those of others the least room.
  int nearest(Sites.From from) {
    return from.nearest(balls);
  }

  /// Whether none of a word can get in at this rank any more.
  boolean isShut(int word, int rank, Hunt hunt) {
    Top top = hunt.top();
    if (!hunt.from().known()) {
      return top.isAbove(rank, first[word]);
    }
    return hunt.from().isBeyond(balls, word, top.reach(rank))
        && (firstNowhere[word] == NOBODY || top.isAbove(rank, firstNowhere[word]));
  }
}
