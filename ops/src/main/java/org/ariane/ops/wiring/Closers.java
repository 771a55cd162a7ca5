package org.ariane.ops.wiring;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was started, to be stopped in the opposite order. One part that fails to stop does not keep
/// the others running.
final class Closers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Closers.class);

  private final Deque<Part> parts = new ArrayDeque<>();

  private record Part(String name, AutoCloseable closer) {}

  void add(String name, AutoCloseable closer) {
    parts.push(new Part(name, closer));
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      Part part = parts.pop();
      try {
        part.closer().close();
      } catch (Exception e) {
        LOG.error("{} did not stop cleanly", part.name(), e);
      }
    }
  }
}
