package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ariane.router.dispatch.CentrePost.Result;
import org.ariane.router.dispatch.IncidentChanges.Decision;
import org.ariane.router.dispatch.Outbox.Claimed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings one claimed message once, and says when it may be tried again where that failed.
final class Errand {
  private static final Logger LOG = LoggerFactory.getLogger(Errand.class);
  private static final int MOST_REFUSED = 10_000;

  private final Outbox outbox;
  private final CentrePost post;
  private final IncidentChanges changes;
  private final CentreLinks links;
  private final InstantSource clock;
  private final DispatchObserver observer;

  /// Messages that a living system does not take, and how often.
  private final Map<DeliveryId, Integer> refused = new ConcurrentHashMap<>();

  Errand(
      Outbox outbox,
      CentrePost post,
      IncidentChanges changes,
      CentreLinks links,
      InstantSource clock,
      DispatchObserver observer) {
    this.outbox = outbox;
    this.post = post;
    this.changes = changes;
    this.links = links;
    this.clock = clock;
    this.observer = observer;
  }

  /// Never throws. What fails on our side is repeated when its lease ends.
  void run(Claimed claimed) {
    try {
      attempt(claimed);
    } catch (LogUnavailableException e) {
      LOG.warn("{} may go to {} again: {}", claimed.id(), claimed.centre(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("{} to {} failed on our side", claimed.id(), claimed.centre(), e);
    }
  }

  private void attempt(Claimed claimed) {
    Instant began = clock.instant();
    Result result = post.post(claimed.centre(), claimed.id(), claimed.body());
    Instant ended = clock.instant();
    Duration took = Duration.between(began, ended);
    switch (result) {
      case Result.Received() -> {
        refused.remove(claimed.id());
        links.received(claimed.centre(), ended);
        observer.attempted(claimed.centre(), "received", took);
        received(claimed);
      }
      case Result.Failed(String reason) -> {
        links.failed(claimed.centre(), began, ended);
        observer.attempted(claimed.centre(), reason, took);
        LOG.warn(
            "{} of {} did not reach {}: {}, attempt {}",
            claimed.id(),
            claimed.incident(),
            claimed.centre(),
            reason,
            claimed.attempts());
        outbox.retry(claimed, ended.plus(pause(claimed)));
      }
    }
  }

  /// While the system is down its courier keeps the pace, and every message stays due, so that the
  /// most urgent one is first when it comes back. A living system that does not take one message is
  /// left in peace with that message for a while.
  private Duration pause(Claimed claimed) {
    if (links.isDown(claimed.centre())) {
      return Duration.ZERO;
    }
    if (refused.size() > MOST_REFUSED) {
      refused.clear();
    }
    return RetryPace.after(refused.merge(claimed.id(), 1, Integer::sum));
  }

  private void received(Claimed claimed) {
    LOG.info(
        "{} {} of {} reached {}",
        claimed.id(),
        claimed.kind().wireName(),
        claimed.incident(),
        claimed.centre());
    boolean stored =
        changes
            .change(
                claimed.incident(),
                Optional.of(claimed),
                incident -> {
                  boolean first =
                      incident.centre().equals(claimed.centre())
                          && !incident.ownership().delivered();
                  return first
                      ? new Decision.Happen<>(
                          new IncidentEvent.Delivered(claimed.centre(), clock.instant()),
                          next -> true)
                      : new Decision.Stay<>(false);
                })
            .orElse(false);
    if (!stored) {
      outbox.done(claimed);
    }
  }
}
