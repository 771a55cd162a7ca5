package org.ariane.router.amendment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.yaml.DirectoryProblem;
import org.ariane.directory.yaml.Overlay;
import org.ariane.directory.yaml.WrittenText;

/// One thing that is wrong with an entry, at its field.
///
/// @param pointer JSON pointer into the entry, as `/channels/0/hours`; empty where it concerns the
///   entry as a whole or another file
/// @param reason in plain English; with file and line where it is in another file
public record Fault(String pointer, String reason) {
  private static final String MISSING = "missing key: ";

  /// What the reading of a directory found, told by fields where it is in this entry.
  static List<Fault> of(
      List<DirectoryProblem> problems, ServiceId service, Optional<WrittenText> entry) {
    List<Fault> faults = new ArrayList<>();
    for (DirectoryProblem problem : problems) {
      faults.add(
          entry.isPresent() && problem.file().equals(Overlay.file(service))
              ? at(entry.get().pointer(problem.line()), problem.reason())
              : new Fault("", problem.toString()));
    }
    return faults;
  }

  /// What is missing is told at the place where it should be: the line is that of the first key
  /// beside it.
  private static Fault at(String pointer, String reason) {
    return reason.startsWith(MISSING)
        ? new Fault(
            pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')))
                + "/"
                + reason.substring(MISSING.length()),
            "this is needed")
        : new Fault(pointer, reason);
  }
}
