package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ariane.router.dispatch.CentreLinks.Link;

/// When the link to a centre's system is tested.
///
/// @param first after the start, unless something was sent before
/// @param every after something was received; whatever was received counts, so that a busy link is
///   not tested
/// @param whileFailing after an attempt that failed
public record LinkPace(Duration first, Duration every, Duration whileFailing) {
  public static final LinkPace DEFAULT =
      new LinkPace(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofSeconds(5));

  Instant due(Instant started, Optional<Link> link) {
    return link.map(last -> last.lastAttempt().plus(last.failures() == 0 ? every : whileFailing))
        .orElse(started.plus(first));
  }
}
