package org.ariane.directory.yaml;

import java.nio.file.Path;

/// Reads a folder: every `*.yaml` in it may hold the lists `organisations`, `services`, `zones`,
/// `centres` and `lines`, in any file and split as the coordinator likes; zones name their
/// `areas/*.geojson`. Blocking IO.
public final class DirectoryFiles {
  private DirectoryFiles() {}

  /// All of the folder, or everything that is wrong with it. References between entries are checked
  /// only when every file is well-formed, since a broken file would make them all dangle.
  public static DirectoryLoad load(Path folder) {
    Problems problems = new Problems();
    return FolderReader.read(FolderFiles.read(folder, problems), problems);
  }
}
