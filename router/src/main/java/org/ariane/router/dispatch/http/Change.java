package org.ariane.router.dispatch.http;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ariane.router.access.Principal;
import org.ariane.router.dispatch.Incident;
import org.ariane.router.dispatch.Notice;
import org.ariane.router.dispatch.Sight;
import org.ariane.router.dispatch.json.IncidentView;
import org.ariane.router.dispatch.json.JsonText;

/// One change of an incident as those who may see it are told. Written out once, however many see
/// it. Not safe for several threads.
final class Change {
  private final Optional<Incident> before;
  private final Incident now;
  private final Map<Notice.Kind, String> written = new EnumMap<>(Notice.Kind.class);

  Change(Optional<Incident> before, Incident now) {
    this.before = before;
    this.now = now;
  }

  Incident now() {
    return now;
  }

  /// A frame without its opening brace, so that a number can be put before it; empty for who is not
  /// concerned. Whoever sees an incident sees the same of it.
  Optional<String> frameFor(Principal principal) {
    boolean had = before.map(old -> Sight.sees(principal, old)).orElse(false);
    if (Sight.sees(principal, now)) {
      return Optional.of(frame(had ? kind(before.orElseThrow()) : Notice.Kind.OPENED));
    }
    return had ? Optional.of(frame(Notice.Kind.MOVED)) : Optional.empty();
  }

  private String frame(Notice.Kind kind) {
    return written.computeIfAbsent(
        kind,
        told ->
            "\"type\":\""
                + told.wireName()
                + "\",\"incident\":"
                + JsonText.of(
                    told == Notice.Kind.MOVED ? IncidentView.moved(now) : IncidentView.of(now))
                + "}");
  }

  private Notice.Kind kind(Incident old) {
    if (old.state() == now.state()) {
      return Notice.Kind.UPDATED;
    }
    return switch (now.state()) {
      case OPEN -> Notice.Kind.OPENED;
      case TAKEN -> Notice.Kind.TAKEN;
      case CLOSED -> Notice.Kind.CLOSED;
    };
  }
}
