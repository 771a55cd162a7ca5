package org.ariane.router.dispatch;

import org.ariane.directory.place.CentreId;

/// Something that a centre's own system must be told.
public record Notice(CentreId to, Kind kind) {
  /// The wire name is `incident.` and the constant in lower case.
  public enum Kind {
    OPENED,
    UPDATED,
    TAKEN,
    CLOSED,
    /// It left the centre; told without any detail.
    MOVED;

    public String wireName() {
      return "incident." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
