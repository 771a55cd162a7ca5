package org.ariane.directory.yaml;

import java.util.List;
import org.ariane.directory.Directory;

/// What else must be right about a directory before it comes into force, beyond its files.
@FunctionalInterface
public interface DirectoryCheck {
  /// Nothing else.
  DirectoryCheck NONE = directory -> List.of();

  /// Everything that is wrong; empty where nothing is.
  List<DirectoryProblem> problems(Directory directory);
}
