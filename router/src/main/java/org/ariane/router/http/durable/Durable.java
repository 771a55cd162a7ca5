package org.ariane.router.http.durable;

import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Problem;

/// For routes that read or write the durable store: 503 while it is away, and when to come again.
public final class Durable {
  private static final int RETRY_AFTER_S = 2;

  private Durable() {}

  /// The handler, and 503 where it finds the store away.
  public static Endpoint.Handler or503(Endpoint.Handler handler) {
    return or503("This cannot be stored or read now", "Repeat it.", handler);
  }

  /// As the other, in words of its own.
  ///
  /// @param title what cannot be done now
  /// @param advice what to do instead, or then
  public static Endpoint.Handler or503(String title, String advice, Endpoint.Handler handler) {
    return exchange -> {
      try {
        return handler.handle(exchange);
      } catch (LogUnavailableException e) {
        throw Problem.of(503, "unavailable", title, advice)
            .with("retryAfterS", RETRY_AFTER_S)
            .asException();
      }
    };
  }
}
