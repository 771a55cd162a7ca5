package org.ariane.router.audit.redis;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.ariane.router.dispatch.LogUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Chains the lines that scripts wrote to the pending stream, in their order, and moves the anchor
/// on now and then. Any server may do it: the script lets only one of them succeed.
///
/// A script writes such a line together with its change, as `XADD {alarm}:audit:pending * by intake
/// action red-list.matched about "rl-… al-…"`; `role` and `reason` may be added.
public final class PendingLines implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PendingLines.class);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int ANCHOR_EVERY = 150;

  private final RedisAuditLog log;
  private volatile boolean closed;
  private volatile boolean whole = true;

  public PendingLines(RedisAuditLog log) {
    this.log = log;
  }

  public void start(Executor virtualThreads) {
    virtualThreads.execute(this::follow);
  }

  /// Whether the chain still went through its anchor when that was last looked at.
  public boolean whole() {
    return whole;
  }

  private void follow() {
    int untilAnchor = 0;
    while (!closed) {
      try {
        while (log.chainPending() > 0) {
          untilAnchor--;
        }
        if (--untilAnchor < 0) {
          whole = log.anchored();
          untilAnchor = ANCHOR_EVERY;
        }
      } catch (LogUnavailableException e) {
        LOG.debug("audit lines wait: {}", e.getMessage());
      } catch (RuntimeException e) {
        // Whatever it was, the next lines must not wait for ever.
        LOG.error("audit lines could not be chained", e);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      log.chainPending();
      whole = log.anchored();
    } catch (RuntimeException e) {
      LOG.debug("the anchor stays where it was: {}", e.getMessage());
    }
  }
}
