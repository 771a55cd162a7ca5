package org.ariane.ivr.softphone;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ariane.router.access.Principal;

/// What a page shows at the door of the switch instead of its token: good once, for half a minute.
public final class Tickets {
  static final Duration GOOD_FOR = Duration.ofSeconds(30);
  private static final int OUT_AT_MOST = 1_000;
  private static final int BYTES = 32;

  /// Who comes with a ticket.
  ///
  /// @param token that it was issued for; whoever loses the one loses the other
  /// @param page of the browser, made up by it, so that it may come again after a loss
  public record Bearer(Principal principal, String token, String page) {
    @Override
    public String toString() {
      return "Bearer[" + principal.id() + "]";
    }
  }

  private record Issued(Bearer bearer, Instant until) {}

  private final Map<String, Issued> out = new LinkedHashMap<>();
  private final InstantSource clock;
  private final RandomGenerator random;

  /// @param random must be unpredictable
  public Tickets(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  public Duration goodFor() {
    return GOOD_FOR;
  }

  /// A new one.
  public synchronized String issue(Bearer bearer) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    out.values().removeIf(issued -> !issued.until().isAfter(clock.instant()));
    if (out.size() >= OUT_AT_MOST) {
      out.remove(out.keySet().iterator().next());
    }
    out.put(ticket, new Issued(bearer, clock.instant().plus(GOOD_FOR)));
    return ticket;
  }

  /// Takes it away; empty where it was never issued, is used or too old.
  public synchronized Optional<Bearer> redeem(String ticket) {
    return Optional.ofNullable(out.remove(ticket))
        .filter(issued -> issued.until().isAfter(clock.instant()))
        .map(Issued::bearer);
  }
}
