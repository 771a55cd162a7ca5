package org.ariane.directory.yaml;

import java.util.List;

/// Hears of each change of a watched folder, once; for logs and metrics. Called on the watching
/// thread, so it must not block for long.
public interface DirectoryListener {
  /// For those who only ask for the status.
  DirectoryListener SILENT =
      new DirectoryListener() {
        @Override
        public void loaded(String version) {}

        @Override
        public void rejected(List<DirectoryProblem> problems) {}
      };

  /// A new version is in force, or the one in force is again what the files say.
  void loaded(String version);

  /// What is in force is without the entries that these problems are in; told after [#loaded].
  default void setAside(List<DirectoryProblem> problems) {}

  /// The files changed and are wrong; the version before stays in force.
  void rejected(List<DirectoryProblem> problems);
}
