package org.ariane.router.dispatch.webhook;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
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
/// sequence. A few tries, then it is lost: its sender was told to dial.
public final class MemoryPost implements LastResort {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryPost.class);
  private static final int TRIES = 30;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final CentrePost post;
  private final Ulid ulids;
  private final Executor virtualThreads;

  public MemoryPost(CentrePost post, Ulid ulids, Executor virtualThreads) {
    this.post = post;
    this.ulids = ulids;
    this.virtualThreads = virtualThreads;
  }

  @Override
  public void tell(Incident incident) {
    DeliveryId id = DeliveryId.mint(ulids);
    String body =
        new JsonObject()
            .put("type", Notice.Kind.OPENED.wireName())
            .put("sequence", null)
            .put("incident", IncidentView.of(incident))
            .encode();
    virtualThreads.execute(() -> tell(incident, id, body));
  }

  private void tell(Incident incident, DeliveryId id, String body) {
    for (int i = 0; i < TRIES; i++) {
      switch (post.post(incident.centre(), id, body)) {
        case Result.Received() -> {
          LOG.warn("{} reached {} from memory, not stored", incident.id(), incident.centre());
          return;
        }
        case Result.Failed(String reason) -> {
          LOG.error("{} from memory: {} {}", incident.id(), incident.centre(), reason);
          if (reason.equals("no-endpoint")) {
            return;
          }
          LockSupport.parkNanos(PAUSE.toNanos());
        }
      }
    }
  }
}
