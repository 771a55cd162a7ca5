package org.ariane.directory;

import java.util.function.Supplier;
import org.ariane.directory.service.SaidPlaces;

/// The directory in force, in which the last words of services on their free places count. What is
/// said since costs no new index: only the words are exchanged.
///
/// @param said the words known at the moment of asking; does not block
public record LiveDirectory(DirectorySource records, Supplier<SaidPlaces> said)
    implements DirectorySource {
  @Override
  public Directory current() {
    return records.current().with(said.get());
  }
}
