package org.ariane.ops.wiring;

import io.micrometer.core.instrument.Counter;
import java.util.List;
import org.ariane.ops.config.Configuration;
import org.ariane.router.directory.html.DirectoryPages;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.VisitorPace;
import org.ariane.router.vacancy.html.LinkPages;

/// What everybody may ask without a token is asked at a pace. No route of the alarm lane is handed
/// to it.
final class Visitors {
  private final VisitorPace pace;

  private Visitors(VisitorPace pace) {
    this.pace = pace;
  }

  static Visitors of(Configuration configuration, Foundations on) {
    Counter refused =
        Counter.builder("ariane.visitors.refused")
            .description("Questions without a token that came too often from one address")
            .register(on.metrics());
    return new Visitors(
        new VisitorPace(
            configuration.visitorRate(),
            configuration.trustedProxy(),
            on.clock(),
            refused::increment));
  }

  List<Endpoint> paced(List<Endpoint> endpoints) {
    return endpoints.stream().map(this::paced).toList();
  }

  private Endpoint paced(Endpoint endpoint) {
    if (!endpoint.roles().isEmpty()) {
      return endpoint;
    }
    if (endpoint.path().startsWith("/places")) {
      return pace.over(endpoint, LinkPages::later);
    }
    return endpoint.path().startsWith("/directory")
        ? pace.over(endpoint, DirectoryPages::later)
        : pace.over(endpoint);
  }
}
