package org.ariane.router.dispatch.webhook;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.ariane.directory.place.CentreId;
import org.ariane.router.dispatch.CentreLinks;
import org.ariane.router.dispatch.CentrePost;
import org.ariane.router.dispatch.CentrePost.Result;
import org.ariane.router.dispatch.DeliveryId;
import org.ariane.router.dispatch.Incident;
import org.ariane.router.dispatch.LastResort;
import org.ariane.router.dispatch.Notice;
import org.ariane.router.dispatch.json.IncidentView;
import org.ariane.router.identity.Ulid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a centre of an incident that could not be stored, marked `notDurable` and without a
/// sequence. Tried for a few minutes, then it is lost: its sender was told to dial. While the
/// centre's system is down too, they take turns, so that a flood makes no storm.
public final class MemoryPost implements LastResort {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryPost.class);
  private static final Duration TRIED_FOR = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int MOST_WAITING = 20_000;

  private final CentrePost post;
  private final CentreLinks links;
  private final Ulid ulids;
  private final InstantSource clock;
  private final Executor virtualThreads;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);

  public MemoryPost(
      CentrePost post,
      CentreLinks links,
      Ulid ulids,
      InstantSource clock,
      Executor virtualThreads) {
    this.post = post;
    this.links = links;
    this.ulids = ulids;
    this.clock = clock;
    this.virtualThreads = virtualThreads;
  }

  @Override
  public void tell(Incident incident) {
    if (!links.isPosted(incident.centre())) {
      return;
    }
    if (!waiting.tryAcquire()) {
      LOG.error("{} is not told from memory: too many wait for that", incident.id());
      return;
    }
    DeliveryId id = DeliveryId.mint(ulids);
    String body =
        new JsonObject()
            .put("type", Notice.Kind.OPENED.wireName())
            .put("sequence", null)
            .put("incident", IncidentView.of(incident))
            .encode();
    virtualThreads.execute(() -> {
      try {
        tell(incident, id, body);
      } finally {
        waiting.release();
      }
    });
  }

  private void tell(Incident incident, DeliveryId id, String body) {
    CentreId centre = incident.centre();
    Instant until = clock.instant().plus(TRIED_FOR);
    while (clock.instant().isBefore(until)) {
      if (links.takeTurn(centre, clock.instant())) {
        Instant began = clock.instant();
        switch (post.post(centre, id, body)) {
          case Result.Received() -> {
            links.received(centre, clock.instant());
            LOG.warn("{} reached {} from memory, not stored", incident.id(), centre);
            return;
          }
          case Result.Failed(String reason) -> {
            links.failed(centre, began, clock.instant());
            LOG.error("{} from memory: {} {}", incident.id(), centre, reason);
          }
        }
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    LOG.error("{} did not reach {} from memory and is lost", incident.id(), centre);
  }
}
