package org.ariane.router.redlist;

import java.time.LocalDate;
import java.util.List;

/// What an entry says about its subject.
///
/// @param seriousness 1 to 5
/// @param incidents dated reasons that led to it
/// @param legalBasis the agreement or order that allows the zone to keep it; never blank
/// @param reviewBy when it must be looked at again; overdue, it stays in force
public record RedListFacts(
    int seriousness,
    String reasonCode,
    List<Recorded> incidents,
    String legalBasis,
    LocalDate reviewBy) {
  public static final int MOST_INCIDENTS = 100;

  public RedListFacts {
    incidents = List.copyOf(incidents);
    if (seriousness < 1 || seriousness > 5) {
      throw new IllegalArgumentException("seriousness is 1 to 5");
    }
    if (legalBasis.isBlank() || reasonCode.isBlank()) {
      throw new IllegalArgumentException("an entry needs a reason code and a legal basis");
    }
    if (incidents.size() > MOST_INCIDENTS) {
      throw new IllegalArgumentException("an entry names 100 incidents at most");
    }
  }

  /// An earlier case.
  public record Recorded(LocalDate date, String reasonCode) {}
}
