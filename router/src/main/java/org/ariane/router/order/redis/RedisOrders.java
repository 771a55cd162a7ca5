package org.ariane.router.order.redis;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.ariane.router.access.Principal;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.Shelf;
import org.ariane.router.dispatch.redis.ShelfLook;
import org.ariane.router.order.CourtOrder;
import org.ariane.router.order.OrderBook;
import org.ariane.router.order.OrderId;
import org.ariane.router.order.RegisteredOrder;
import org.ariane.router.redlist.IndexKeys;
import org.ariane.router.redlist.RedListQuery;
import org.ariane.router.redlist.Terms;

/// [OrderBook] in Redis. An order is kept for a year after its last day, with its breaches.
public final class RedisOrders implements OrderBook {
  private static final int MOST_OF_ONE = 10;

  private final AlarmRedis redis;
  private final Shelf shelf;

  public RedisOrders(AlarmRedis redis, IndexKeys names) {
    this.redis = redis;
    this.shelf = new Shelf("order", names);
  }

  public Shelf shelf() {
    return shelf;
  }

  /// Of what was found on the shelf those that fit and are in force, at most ten: the surest first.
  public List<CourtOrder> inForce(List<String> found, RedListQuery query, Instant at) {
    return shelf.read(found, StoredOrder::read).stream()
        .filter(order -> order.subject().fits(query) && order.inForce(at))
        .map(RegisteredOrder::order)
        .sorted(
            java.util.Comparator.comparing(CourtOrder::status)
                .thenComparing(CourtOrder::until)
                .reversed())
        .limit(MOST_OF_ONE)
        .toList();
  }

  /// Files all under the present names too: before a key of theirs goes. Can be repeated.
  public void refile() {
    for (String id : shelf.ids(redis)) {
      redis.<Boolean>call(commands -> {
        shelf
            .find(commands, id)
            .map(StoredOrder::read)
            .ifPresent(order -> shelf.refile(commands, id, Terms.of(order.subject())));
        return true;
      });
    }
  }

  @Override
  public boolean put(RegisteredOrder order, Principal by, String action) {
    Instant gone =
        order.until().plusYears(1).atTime(LocalTime.MAX).atZone(order.clock()).toInstant();
    Shelf.Filed filed =
        new Shelf.Filed(order.id().value(), order.version(), StoredOrder.write(order), gone);
    return redis.<Boolean>call(
        commands -> shelf.file(commands, filed, Terms.of(order.subject()), by, action));
  }

  @Override
  public Optional<RegisteredOrder> find(OrderId id) {
    return redis.<Optional<RegisteredOrder>>call(
        commands -> shelf.find(commands, id.value()).map(StoredOrder::read));
  }

  @Override
  public List<RegisteredOrder> search(RedListQuery query) {
    List<String> found = ShelfLook.at(redis, List.of(shelf), Terms.of(query)).getFirst();
    return shelf.read(found, StoredOrder::read).stream()
        .filter(order -> order.subject().fits(query))
        .toList();
  }

  @Override
  public void record(Principal by, String action, String about) {
    redis.<Boolean>call(commands -> {
      Shelf.record(commands, by, action, about);
      return true;
    });
  }
}
