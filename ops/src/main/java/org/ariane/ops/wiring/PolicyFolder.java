package org.ariane.ops.wiring;

import java.util.Optional;
import org.ariane.directory.yaml.DirectoryLoad;
import org.ariane.directory.yaml.WatchedDirectory;
import org.ariane.router.plan.http.PolicyCalls;

/// Policies are drafted over the folder that is watched.
record PolicyFolder(WatchedDirectory directory) implements PolicyCalls.Folder {
  @Override
  public DirectoryLoad draft(String file, String text) {
    return directory.draft(file, text);
  }

  @Override
  public Optional<String> text(String file) {
    return directory.text(file);
  }
}
