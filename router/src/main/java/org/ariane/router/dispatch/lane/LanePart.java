package org.ariane.router.dispatch.lane;

import java.util.List;
import java.util.concurrent.Executor;
import org.ariane.router.http.Endpoint;

/// One capability of the alarm lane: made first, started when all are there, closed in the end.
interface LanePart extends AutoCloseable {
  /// What it answers over HTTP.
  List<Endpoint> endpoints();

  /// Begins what it does by itself, where there is such.
  ///
  /// @param virtualThreads one virtual thread per task
  default void start(Executor virtualThreads) {}

  @Override
  default void close() {}
}
