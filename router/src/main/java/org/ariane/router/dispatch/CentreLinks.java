package org.ariane.router.dispatch;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ariane.directory.place.CentreId;

/// Which centres can be told of an alarm now: by their system, or by a dispatcher who is connected.
/// In memory, of this server. Safe from any thread.
public final class CentreLinks {
  private final Set<CentreId> posted;
  private final Map<CentreId, Link> links = new ConcurrentHashMap<>();
  private final Map<CentreId, Integer> screens = new ConcurrentHashMap<>();

  /// Nothing is known of any link yet.
  ///
  /// @param posted centres whose system has an address
  public CentreLinks(Set<CentreId> posted) {
    this.posted = Set.copyOf(posted);
  }

  /// How the last attempt went.
  ///
  /// @param since when it began to go so
  public record Link(boolean up, Instant since) {}

  public Set<CentreId> posted() {
    return posted;
  }

  public boolean isPosted(CentreId centre) {
    return posted.contains(centre);
  }

  /// Empty before the first attempt.
  public Optional<Link> link(CentreId centre) {
    return Optional.ofNullable(links.get(centre));
  }

  public int screens(CentreId centre) {
    return screens.getOrDefault(centre, 0);
  }

  public boolean reaches(CentreId centre) {
    boolean failing = link(centre).map(link -> !link.up()).orElse(false);
    return (isPosted(centre) && !failing) || screens(centre) > 0;
  }

  void attempted(CentreId centre, boolean received, Instant at) {
    links.compute(
        centre,
        (id, before) ->
            before != null && before.up() == received ? before : new Link(received, at));
  }

  public void screenOpened(CentreId centre) {
    screens.merge(centre, 1, Integer::sum);
  }

  public void screenClosed(CentreId centre) {
    screens.computeIfPresent(centre, (id, open) -> open <= 1 ? null : open - 1);
  }
}
