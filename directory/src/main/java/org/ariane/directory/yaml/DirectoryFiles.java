package org.ariane.directory.yaml;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  static DirectoryLoad draft(
      Path folder, String file, String text, Overlay overlay, DirectoryCheck check) {
    Problems problems = new Problems();
    FolderFiles files = FolderFiles.read(folder, problems).with(file, text);
    return load(files, problems, overlay, check);
  }

  /// As [#load], with these entries in the place of the folder's. What must be right besides the
  /// files is asked of the folder alone.
  static DirectoryLoad load(Path folder, Overlay overlay, DirectoryCheck check) {
    Problems problems = new Problems();
    return load(FolderFiles.read(folder, problems), problems, overlay, check);
  }

  /// One look at the disk, so that both readings are of the same files.
  private static DirectoryLoad load(
      FolderFiles files, Problems problems, Overlay overlay, DirectoryCheck check) {
    DirectoryLoad alone = checked(FolderReader.read(files, problems), check);
    return overlay.isEmpty() || alone instanceof DirectoryLoad.Rejected
        ? alone
        : FolderReader.read(files, overlay, new Problems());
  }

  /// A folder with entries in the place of its own, as far as they fit it.
  ///
  /// @param setAside why some do not and its own entries hold in their place; empty where all do
  public record Amended(DirectoryLoad load, List<DirectoryProblem> setAside) {
    public Amended {
      setAside = List.copyOf(setAside);
    }
  }

  /// As [#load], with those of these entries that fit in the place of the folder's.
  public static Amended amended(Path folder, Overlay overlay, DirectoryCheck check) {
    Problems problems = new Problems();
    FolderFiles files = FolderFiles.read(folder, problems);
    DirectoryLoad load = load(files, problems, overlay, check);
    if (load instanceof DirectoryLoad.Rejected(List<DirectoryProblem> found)) {
      Set<ServiceId> unfit =
          found.stream()
              .flatMap(each -> overlay.owner(each).stream())
              .collect(Collectors.toUnmodifiableSet());
      if (!unfit.isEmpty()
          && load(files, new Problems(), overlay.without(unfit), check)
              instanceof DirectoryLoad.Loaded rest) {
        return new Amended(rest, found);
      }
    }
    return new Amended(load, List.of());
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
