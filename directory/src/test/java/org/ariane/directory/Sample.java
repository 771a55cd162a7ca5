package org.ariane.directory;

import java.nio.file.Path;
import org.ariane.directory.yaml.DirectoryFiles;
import org.ariane.directory.yaml.DirectoryLoad;

/// The sample directory as it lies in the source tree.
public final class Sample {
  public static final Path FOLDER = Path.of("sample").toAbsolutePath();

  private Sample() {}

  public static Directory directory() {
    return switch (DirectoryFiles.load(FOLDER)) {
      case DirectoryLoad.Loaded(Directory directory) -> directory;
      case DirectoryLoad.Rejected(var problems) ->
          throw new AssertionError("the sample directory has problems: " + problems);
    };
  }
}
