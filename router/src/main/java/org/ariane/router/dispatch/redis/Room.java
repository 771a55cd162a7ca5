package org.ariane.router.dispatch.redis;

import java.util.Map;
import java.util.Optional;
import org.ariane.router.dispatch.Shortage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether Redis has room for more alarms. Alarms are refused before memory or disk is full: what
/// is under way (taking, closing, delivering) must still fit, and with `appendfsync always` a Redis
/// that cannot write ends. A refusal lasts until a look finds room again.
final class Room {
  private static final Logger LOG = LoggerFactory.getLogger(Room.class);
  private static final double MEMORY_SHARE = 0.9;
  private static final long DISK_SPARE = 64L << 20;

  private volatile Optional<Shortage> shortage = Optional.empty();
  private volatile Seen seen = new Seen(0, 0, Optional.empty());

  /// What a look found.
  ///
  /// @param usedMemory bytes
  /// @param maxMemory bytes, 0 without a limit
  /// @param freeDisk bytes; empty where the folder cannot be seen from here
  record Seen(long usedMemory, long maxMemory, Optional<Long> freeDisk) {
    /// Reads `INFO memory`.
    static Seen of(String info, Optional<Long> freeDisk) {
      Map<String, String> figures = new java.util.HashMap<>();
      info.lines()
          .map(line -> line.split(":", 2))
          .filter(parts -> parts.length == 2)
          .forEach(parts -> figures.put(parts[0], parts[1].strip()));
      return new Seen(
          Long.parseLong(figures.getOrDefault("used_memory", "0")),
          Long.parseLong(figures.getOrDefault("maxmemory", "0")),
          freeDisk);
    }

    /// A rewrite of the log needs as much as there is in memory.
    long diskFloor() {
      return DISK_SPARE + usedMemory;
    }

    boolean diskShort() {
      return freeDisk.filter(free -> free < diskFloor()).isPresent();
    }

    private Optional<Shortage> shortage() {
      if (diskShort()) {
        return Optional.of(Shortage.DISK);
      }
      return maxMemory > 0 && usedMemory > maxMemory * MEMORY_SHARE
          ? Optional.of(Shortage.MEMORY)
          : Optional.empty();
    }
  }

  Optional<Shortage> shortage() {
    return shortage;
  }

  Seen seen() {
    return seen;
  }

  void looked(Seen now) {
    seen = now;
    become(now.shortage(), "looked");
  }

  /// Redis refused a write; until the next look it is believed.
  void refused(String error) {
    if (error.startsWith("OOM")) {
      become(Optional.of(Shortage.MEMORY), "OOM");
    } else if (error.startsWith("MISCONF")) {
      become(Optional.of(Shortage.DISK), "MISCONF");
    }
  }

  private void become(Optional<Shortage> next, String why) {
    Optional<Shortage> before = shortage;
    shortage = next;
    if (!before.equals(next)) {
      next.ifPresentOrElse(
          what -> LOG.error("no more alarms are taken for good: {} ({})", what.wireName(), why),
          () -> LOG.warn("there is room for alarms again"));
    }
  }
}
