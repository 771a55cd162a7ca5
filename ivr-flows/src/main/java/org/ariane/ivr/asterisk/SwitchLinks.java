package org.ariane.ivr.asterisk;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// The switches of this server, each with a connection of its own: losing one loses nothing of the
/// others.
final class SwitchLinks implements AutoCloseable {
  private final Map<SwitchId, SwitchLink> links = new ConcurrentSkipListMap<>();
  private Optional<SwitchId> first = Optional.empty();

  /// The first serves a switch that does not say which it is.
  void add(SwitchLink link) {
    links.put(link.id(), link);
    first = first.or(() -> Optional.of(link.id()));
  }

  /// Which switch asks, by the name that it gives.
  SwitchId named(String text) {
    return SwitchId.isValid(text) && links.containsKey(new SwitchId(text))
        ? new SwitchId(text)
        : first().id();
  }

  SwitchLink link(SwitchId id) {
    SwitchLink link = links.get(id);
    if (link == null) {
      throw new IllegalArgumentException("there is no switch " + id);
    }
    return link;
  }

  SwitchLink first() {
    return link(first.orElseThrow());
  }

  boolean connected(SwitchId id) {
    return Optional.ofNullable(links.get(id)).filter(SwitchLink::connected).isPresent();
  }

  /// Those that can be reached now.
  List<SwitchLink> connected() {
    return links.values().stream().filter(SwitchLink::connected).toList();
  }

  /// Of each switch, whether it can be reached now.
  Map<SwitchId, Boolean> health() {
    Map<SwitchId, Boolean> health = new LinkedHashMap<>();
    links.forEach((id, link) -> health.put(id, link.connected()));
    return health;
  }

  /// Begins to connect.
  void start() {
    links
        .values()
        .forEach(link -> {
          link.supervision().start(link.ami());
          link.talks().start();
        });
  }

  /// Tells every switch that another server takes over, so that nobody is rescued meanwhile.
  void announceChange(Duration within, Instant now) {
    Word until = Word.of(now.plus(within).getEpochSecond());
    connected().forEach(link -> link.ami().setGlobal(Supervision.CHANGING, until));
  }

  @Override
  public void close() {
    links
        .values()
        .forEach(link -> {
          link.supervision().close();
          link.talks().close();
          link.ami().close();
        });
  }
}
