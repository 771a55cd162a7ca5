package org.ariane.directory.place;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;

/// Which of many outlines hold a point: a packed R-tree (sort-tile-recursive) of their boxes, then
/// the outlines themselves. Immutable, safe from any thread; a look allocates its answer only.
final class AreaIndex {
  private static final int FAN = 8;
  private static final int SIDES = 4;
  private static final int[] NONE = {};

  private final Outline[] outlines;

  /// What each leaf was in the list that was given.
  private final int[] places;

  /// Of each level from the leaves to the root: west, south, east, north of each box in ticks.
  private final int[][] levels;

  AreaIndex(List<Outline> given) {
    int[] order = tiled(given);
    outlines = new Outline[order.length];
    places = order;
    int[] leaves = new int[order.length * SIDES];
    for (int i = 0; i < order.length; i++) {
      outlines[i] = given.get(order[i]);
      Envelope box = outlines[i].box();
      // An empty box is turned inside out and holds nothing.
      leaves[SIDES * i] = box.isNull() ? 1 : Outline.tick(box.getMinX()) - 1;
      leaves[SIDES * i + 1] = box.isNull() ? 1 : Outline.tick(box.getMinY()) - 1;
      leaves[SIDES * i + 2] = box.isNull() ? 0 : Outline.tick(box.getMaxX()) + 1;
      leaves[SIDES * i + 3] = box.isNull() ? 0 : Outline.tick(box.getMaxY()) + 1;
    }
    levels = levels(leaves);
  }

  private static int[] tiled(List<Outline> given) {
    double[] x =
        given.stream().mapToDouble(each -> each.box().getMinX() + each.box().getMaxX()).toArray();
    double[] y =
        given.stream().mapToDouble(each -> each.box().getMinY() + each.box().getMaxY()).toArray();
    Integer[] order = IntStream.range(0, given.size()).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> x[i]));
    int slice = FAN * Math.max(1, (int) Math.ceil(Math.sqrt(given.size() / (double) FAN)));
    for (int from = 0; from < order.length; from += slice) {
      int to = Math.min(from + slice, order.length);
      Arrays.sort(order, from, to, Comparator.comparingDouble(i -> y[i]));
    }
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private static int[][] levels(int[] leaves) {
    int[][] levels = {leaves};
    while (levels[levels.length - 1].length > FAN * SIDES) {
      levels = Arrays.copyOf(levels, levels.length + 1);
      levels[levels.length - 1] = around(levels[levels.length - 2]);
    }
    return levels;
  }

  private static int[] around(int[] below) {
    int count = below.length / SIDES;
    int[] level = new int[(count + FAN - 1) / FAN * SIDES];
    for (int i = 0; i < level.length; i += SIDES) {
      Arrays.fill(level, i, i + 2, Integer.MAX_VALUE);
      Arrays.fill(level, i + 2, i + SIDES, Integer.MIN_VALUE);
      for (int child = i * FAN;
          child < Math.min(i * FAN + FAN * SIDES, below.length);
          child += SIDES) {
        level[i] = Math.min(level[i], below[child]);
        level[i + 1] = Math.min(level[i + 1], below[child + 1]);
        level[i + 2] = Math.max(level[i + 2], below[child + 2]);
        level[i + 3] = Math.max(level[i + 3], below[child + 3]);
      }
    }
    return level;
  }

  /// The places in the list of those that hold the point, ascending.
  int[] holding(double lon, double lat) {
    int top = levels.length - 1;
    int[] found = search(top, 0, levels[top].length, lon, lat, NONE);
    Arrays.sort(found);
    return found;
  }

  private int[] search(int level, int from, int to, double lon, double lat, int[] before) {
    int x = Outline.tick(lon);
    int y = Outline.tick(lat);
    int[] boxes = levels[level];
    int[] found = before;
    for (int i = from; i < Math.min(to, boxes.length); i += SIDES) {
      if (x < boxes[i] || y < boxes[i + 1] || x > boxes[i + 2] || y > boxes[i + 3]) {
        continue;
      }
      if (level > 0) {
        found = search(level - 1, i * FAN, i * FAN + FAN * SIDES, lon, lat, found);
      } else if (outlines[i / SIDES].holds(lon, lat)) {
        found = Arrays.copyOf(found, found.length + 1);
        found[found.length - 1] = places[i / SIDES];
      }
    }
    return found;
  }

  /// Bytes of outlines and boxes.
  long bytes() {
    long bytes = 4L * places.length;
    for (int[] level : levels) {
      bytes += 4L * level.length;
    }
    for (Outline outline : outlines) {
      bytes += outline.bytes();
    }
    return bytes;
  }
}
