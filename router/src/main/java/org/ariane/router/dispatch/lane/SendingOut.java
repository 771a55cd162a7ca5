package org.ariane.router.dispatch.lane;

import java.util.List;
import java.util.concurrent.Executor;
import org.ariane.router.dispatch.Delivery;
import org.ariane.router.dispatch.LinkTests;
import org.ariane.router.dispatch.http.CentreEndpoints;
import org.ariane.router.dispatch.redis.RedisOutbox;
import org.ariane.router.dispatch.webhook.WebhookPost;
import org.ariane.router.http.Endpoint;

/// Delivery to the centres' systems, and the test of every link.
final class SendingOut implements LanePart {
  final WebhookPost post;
  private final Delivery delivery;
  private final LinkTests linkTests;
  private final List<Endpoint> endpoints;

  SendingOut(Foundations on) {
    AlarmLaneParts given = on.given;
    post = new WebhookPost(given.centres(), given.clock());
    delivery =
        new Delivery(
            new RedisOutbox(on.redis),
            post,
            on.changes,
            on.links,
            given.clock(),
            on.meters,
            given.virtualThreads());
    linkTests = new LinkTests(post, on.links, given.linkPace(), on.ulids, given.clock(), on.meters);
    on.board.listen((before, now) -> {
      delivery.ring(now.centre());
      before.ifPresent(old -> delivery.ring(old.centre()));
    });
    on.meters.watch(post, on.links, given.clock());
    endpoints = new CentreEndpoints(given.directory(), on.links, post, given.clock()).all();
  }

  @Override
  public List<Endpoint> endpoints() {
    return endpoints;
  }

  @Override
  public void start(Executor virtualThreads) {
    delivery.start();
    linkTests.start(virtualThreads);
  }

  @Override
  public void close() {
    linkTests.close();
    delivery.close();
    post.close();
  }
}
