package org.ariane.directory.yaml;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.service.ServiceId;

/// Reads a folder: every `*.yaml` in it may hold the lists `organisations`, `services`, `zones`,
/// `centres` `lines` and `policies`, in any file and split as the coordinator likes; zones name
/// their `areas/*.geojson`. Blocking IO.
public final class DirectoryFiles {
  private DirectoryFiles() {}

  /// All of the folder, or everything that is wrong with it. References between entries are checked
  /// only when every file is well-formed, since a broken file would make them all dangle.
  public static DirectoryLoad load(Path folder) {
    Problems problems = new Problems();
    return FolderReader.read(FolderFiles.read(folder, problems), problems);
  }

  /// As [#load], and `check` finds nothing wrong with it either.
  public static DirectoryLoad load(Path folder, DirectoryCheck check) {
    return checked(load(folder), check);
  }

  /// As [#load], with this text in the place of one file, which need not exist. Nothing is written.
  public static DirectoryLoad draft(Path folder, String file, String text, DirectoryCheck check) {
    return draft(folder, file, text, Overlay.NONE, check);
  }

  /// As [#load], with these entries in the place of the folder's.
  public static DirectoryLoad load(Path folder, Overlay overlay, DirectoryCheck check) {
    Problems problems = new Problems();
    FolderFiles files = FolderFiles.read(folder, problems);
    return checked(FolderReader.read(files, overlay, problems), check);
  }

  static DirectoryLoad draft(
      Path folder, String file, String text, Overlay overlay, DirectoryCheck check) {
    Problems problems = new Problems();
    FolderFiles files = FolderFiles.read(folder, problems).with(file, text);
    return checked(FolderReader.read(files, overlay, problems), check);
  }

  /// What the folder's own files say of these services, by id; nothing of those that it does not
  /// have, or not in a way that can be read.
  public static Map<ServiceId, Written.Keys> entries(Path folder, Set<ServiceId> wanted) {
    return WrittenEntries.in(FolderFiles.read(folder, new Problems()), wanted);
  }

  static Optional<String> text(Path folder, String file) {
    return Optional.ofNullable(FolderFiles.read(folder, new Problems()).texts().get(file));
  }

  private static DirectoryLoad checked(DirectoryLoad load, DirectoryCheck check) {
    if (load instanceof DirectoryLoad.Loaded(var directory)) {
      List<DirectoryProblem> more = check.problems(directory);
      return more.isEmpty() ? load : new DirectoryLoad.Rejected(more);
    }
    return load;
  }
}
