package org.ariane.router.dispatch;

import java.util.Locale;

/// Why no more alarms are taken for good, before anything is full.
public enum Shortage {
  /// Too many alarms are inside this server.
  INSIDE,
  /// Too much waits to be written.
  QUEUE,
  /// What waits to be written grows so fast that it will soon be too much.
  QUEUE_GROWTH,
  /// The store's memory is nearly full.
  MEMORY,
  /// The disk below the store is nearly full, or cannot be written.
  DISK;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
