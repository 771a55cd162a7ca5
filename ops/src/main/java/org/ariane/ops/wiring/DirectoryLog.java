package org.ariane.ops.wiring;

import java.util.List;
import org.ariane.directory.yaml.DirectoryListener;
import org.ariane.directory.yaml.DirectoryProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says what became of changes to the directory.
final class DirectoryLog implements DirectoryListener {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryLog.class);

  @Override
  public void loaded(String version) {
    LOG.info("directory {} is in force", version);
  }

  @Override
  public void setAside(List<DirectoryProblem> problems) {
    problems.forEach(problem -> LOG.warn("directory: not in force: {}", problem));
  }

  @Override
  public void rejected(List<DirectoryProblem> problems) {
    problems.forEach(problem ->
        LOG.warn("directory: {}:{}: {}", problem.file(), problem.line(), problem.reason()));
    LOG.warn("directory: {} problems, the one before stays in force", problems.size());
  }
}
