package org.ariane.router.redlist;

import java.util.Optional;
import org.ariane.directory.place.ZoneId;

/// What a line of a file says about a subject.
///
/// @param line its number in the file, from 1
/// @param id of the entry that it was exported from
public record RedListLine(
    int line,
    Optional<RedListEntryId> id,
    RedListSubject subject,
    RedListFacts facts,
    ZoneId zone) {
  /// What is wrong with a line.
  ///
  /// @param line as a text editor counts, from 1; of a row that goes over several, the first
  /// @param what names the column and what it should be; never what stands there
  public record Fault(int line, String what) {}

  @Override
  public String toString() {
    return "RedListLine[" + line + "]";
  }
}
