package org.ariane.directory.search;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/// Services that take people from one place. In a large one, who would take her, who is open and
/// who speaks her language are kept as sets of bits for as long as they last; so the best few are
/// found by and-ing words instead of looking at each, and words of those who stand too far away are
/// not looked at.
final class Scope {
  static final int SMALL = 64;
  private static final int MOST_KEPT = 256;
  private static final int FITS = PublicPolicy.Fit.values().length;

  private final int[] members;
  private final int small;
  private final Vicinity vicinity;
  private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

  /// What bits say of members.
  ///
  /// @param of whose answers they are, compared by identity
  /// @param fit 0 where it does not matter
  private record Key(What what, Object of, int channel, int fit) {}

  private record Kept(Bits bits, Lasting same) {}

  private enum What {
    TAKEN,
    OPEN,
    SPOKEN,
    SPOKEN_LATER
  }

  /// @param small up to how many members each is looked at by itself
  Scope(int[] members, ServiceTable table, int small) {
    this.small = small;
    this.members = members.length <= small ? members : table.sites().byNeighbourhood(members);
    this.vicinity = new Vicinity(members.length <= small ? new int[0] : this.members, table);
  }

  private boolean small() {
    return members.length <= small;
  }

  void offerOpen(Hunt hunt, CoveragePolicy.Fit place) {
    if (small()) {
      for (int member : members) {
        int fit = hunt.fit(member);
        if (fit >= 0 && hunt.open(member).holds()) {
          boolean met = hunt.spokenNow(member).holds();
          hunt.offer(member, Hunt.rank(true, met, fit, place));
        }
      }
      return;
    }
    Bits open = bits(What.OPEN, hunt, 0);
    offer(hunt, true, place, open, 0, What.SPOKEN);
  }

  /// Called when the open ones of all scopes were offered and there is room.
  void offerClosed(Hunt hunt, CoveragePolicy.Fit place) {
    if (small()) {
      for (int member : members) {
        int fit = hunt.fit(member);
        if (fit >= 0 && !hunt.open(member).holds()) {
          boolean met = hunt.told(member).languageMet();
          hunt.offer(member, Hunt.rank(false, met, fit, place));
        }
      }
      return;
    }
    offer(hunt, false, place, bits(What.OPEN, hunt, 0), -1L, What.SPOKEN_LATER);
  }

  private void offer(
      Hunt hunt, boolean open, CoveragePolicy.Fit place, Bits opened, long flip, What language) {
    Bits spoken = bits(language, hunt, 0);
    for (int unmet = 0; unmet < 2; unmet++) {
      for (int fit = 0; fit < FITS; fit++) {
        int rank = Hunt.rank(open, unmet == 0, fit, place);
        if (hunt.top().isAbove(rank)) {
          return;
        }
        Bits takers = bits(What.TAKEN, hunt, fit);
        offer(hunt, rank, takers, opened, flip, spoken, -unmet);
      }
    }
  }

  private void offer(
      Hunt hunt, int rank, Bits takers, Bits opened, long flip, Bits spoken, long unmet) {
    int nearest = vicinity.nearest(hunt.from());
    for (int turn = -1; turn < takers.count(); turn++) {
      int word = turn < 0 ? nearest : turn;
      long found = takers.word(word) & (opened.word(word) ^ flip) & (spoken.word(word) ^ unmet);
      if (found == 0 || turn == nearest || vicinity.isShut(word, rank, hunt)) {
        continue;
      }
      for (; found != 0; found &= found - 1) {
        hunt.offer(members[word * Long.SIZE + Long.numberOfTrailingZeros(found)], rank);
      }
    }
  }

  private Bits bits(What what, Hunt hunt, int fit) {
    Object of =
        switch (what) {
          case TAKEN -> hunt.fit();
          case OPEN -> hunt.table();
          case SPOKEN, SPOKEN_LATER -> hunt.answers();
        };
    Key key = new Key(what, of, hunt.channel(), fit);
    Kept known = kept.get(key);
    if (known == null || !known.same().covers(hunt.at().getEpochSecond())) {
      known = look(what, hunt, fit);
      if (kept.size() >= MOST_KEPT) {
        kept.clear();
      }
      kept.put(key, known);
    }
    return known.bits();
  }

  private Kept look(What what, Hunt hunt, int fit) {
    return switch (what) {
      case TAKEN ->
          new Kept(Bits.of(members.length, i -> hunt.fit(members[i]) == fit), Lasting.EVER);
      case OPEN -> look(hunt, hunt::open);
      case SPOKEN -> look(hunt, hunt::spokenNow);
      case SPOKEN_LATER -> look(hunt, member -> later(hunt, member));
    };
  }

  private static Lasting later(Hunt hunt, int member) {
    Lasting open = hunt.open(member);
    if (open.holds()) {
      return new Lasting(false, open.from(), open.until());
    }
    Answer told = hunt.told(member);
    Lasting met = new Lasting(told.languageMet(), told.from(), told.until());
    return met.within(open);
  }

  private Kept look(Hunt hunt, IntFunction<Lasting> property) {
    Bits.Builder bits = new Bits.Builder(members.length);
    Lasting same = Lasting.EVER;
    for (int i = 0; i < members.length; i++) {
      if (hunt.reach(members[i]) >= 0) {
        Lasting found = property.apply(members[i]);
        bits.set(i, found.holds());
        same = same.within(found);
      }
    }
    return new Kept(bits.build(), same);
  }
}
