package org.ariane.router.dispatch.webhook;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ariane.directory.place.CentreId;
import org.ariane.router.dispatch.CentrePost;
import org.ariane.router.dispatch.CentreSystems;
import org.ariane.router.dispatch.DeliveryId;
import org.ariane.router.dispatch.webhook.CentreFormat.Message;

/// [CentrePost] over HTTP. Any 2xx is receipt. Redirects are never followed: they could carry an
/// address to a stranger.
public final class WebhookPost implements CentrePost, CentreSystems, AutoCloseable {
  private final Map<CentreId, Connection> connections = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public WebhookPost(Map<CentreId, CentreEndpoint> endpoints, InstantSource clock) {
    this.clock = clock;
    endpoints.forEach((centre, endpoint) -> connections.put(centre, new Connection(endpoint)));
  }

  @Override
  public Result post(CentreId centre, DeliveryId id, String body) {
    Optional<Connection> connection = Optional.ofNullable(connections.get(centre));
    return connection.isEmpty()
        ? new Result.Failed("no-endpoint")
        : connection.get().post(new Message(centre, id, body), clock.instant().getEpochSecond());
  }

  @Override
  public Optional<About> about(CentreId centre) {
    return Optional.ofNullable(connections.get(centre)).map(Connection::about);
  }

  @Override
  public void close() {
    connections.values().forEach(Connection::close);
  }
}
