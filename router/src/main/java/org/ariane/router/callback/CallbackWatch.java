package org.ariane.router.callback;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ariane.router.dispatch.LogUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells when a call-back becomes due, once each time her hours begin.
public final class CallbackWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CallbackWatch.class);

  private final Callbacks callbacks;
  private final Duration every;
  private final Consumer<Callback> due;
  private Set<CallbackId> told = Set.of();
  private volatile boolean closed;

  /// @param due told on a virtual thread
  public CallbackWatch(Callbacks callbacks, Duration every, Consumer<Callback> due) {
    this.callbacks = callbacks;
    this.every = every;
    this.due = due;
  }

  public void start(Executor virtualThreads) {
    virtualThreads.execute(() -> {
      while (!closed) {
        try {
          look();
        } catch (LogUnavailableException e) {
          LOG.debug("call-backs wait for the store: {}", e.getMessage());
        } catch (RuntimeException e) {
          LOG.error("call-backs could not be looked at", e);
        }
        LockSupport.parkNanos(every.toNanos());
      }
    });
  }

  void look() {
    List<Callback> now = callbacks.due();
    Set<CallbackId> before = told;
    told = now.stream().map(Callback::id).collect(Collectors.toCollection(HashSet::new));
    now.stream().filter(callback -> !before.contains(callback.id())).forEach(due);
  }

  @Override
  public void close() {
    closed = true;
  }
}
