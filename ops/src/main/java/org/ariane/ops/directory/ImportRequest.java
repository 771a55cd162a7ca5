package org.ariane.ops.directory;

import java.nio.file.Path;
import java.util.List;
import org.ariane.directory.exchange.Assumptions;
import org.ariane.directory.exchange.ZoneDefaults;

/// One import as the coordinator asked for it.
///
/// @param folder of the directory
/// @param strict refuse the whole import where a record or a value cannot be used
/// @param apply false to see only what would change
/// @param mayRemoveMost whether more than half of what the source had may go
public record ImportRequest(
    ImportFormat format,
    List<Path> files,
    Path folder,
    Assumptions assumptions,
    ZoneDefaults zones,
    String idProperty,
    String nameProperty,
    boolean strict,
    boolean apply,
    boolean mayRemoveMost) {
  public ImportRequest {
    files = List.copyOf(files);
  }
}
