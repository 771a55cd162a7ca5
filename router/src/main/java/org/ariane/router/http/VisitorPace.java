package org.ariane.router.http;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// How often one client address may ask what everybody may ask without a token: so many a second,
/// and some at once beyond that. Addresses are in memory only, for as long as they ask, and in no
/// log or metric. What is told to it alone is paced: alarms never are, and share nothing with it.
public final class VisitorPace {
  /// How often.
  ///
  /// @param perSecond 1..10,000 for good
  /// @param burst at once beyond that, at least 1
  public record Rate(int perSecond, int burst) {
    /// Far above what a person clicks, also where a whole town comes from one address.
    public static final Rate STANDARD = new Rate(50, 500);

    public Rate {
      if (perSecond < 1 || perSecond > 10_000 || burst < 1) {
        throw new IllegalArgumentException("a rate is from 1 to 10000 a second");
      }
    }
  }

  private static final int MOST_ADDRESSES = 20_000;
  private static final double MILLIS = 1_000.0;

  private final Rate rate;
  private final Optional<String> trustedProxy;
  private final InstantSource clock;
  private final Runnable refused;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  private record Bucket(double tokens, long at) {}

  /// Paces all that it is told to.
  ///
  /// @param trustedProxy the address of the proxy in front, whose `X-Forwarded-For` is believed;
  ///   empty where there is none
  /// @param refused is told of each refusal, and not of whom
  public VisitorPace(
      Rate rate, Optional<String> trustedProxy, InstantSource clock, Runnable refused) {
    this.rate = rate;
    this.trustedProxy = trustedProxy;
    this.clock = clock;
    this.refused = refused;
  }

  /// Whether the text is an address that a proxy can be trusted by.
  public static boolean isAddress(String text) {
    return ClientAddress.parse(text).isPresent();
  }

  /// The route, which answers 429 with `Retry-After` to whoever asks too often.
  public Endpoint over(Endpoint endpoint) {
    return over(
        endpoint,
        (exchange, seconds) -> {
          throw Problem.of(
                  429,
                  "too-many",
                  "Too many questions from this address",
                  "Wait, then ask again. Emergency numbers answer at once.")
              .with("retryAfterS", seconds)
              .asException();
        });
  }

  /// As [#over(Endpoint)], answering in words of its own.
  ///
  /// @param words from the request and the seconds until it may be repeated
  public Endpoint over(Endpoint endpoint, BiFunction<Exchange, Integer, Reply> words) {
    return new Endpoint(
        endpoint.method(),
        endpoint.path(),
        endpoint.roles(),
        endpoint.maxBody(),
        exchange -> {
          int wait = take(ClientAddress.of(exchange.peer(), exchange.forwardedFor(), trustedProxy));
          if (wait > 0) {
            refused.run();
            return words.apply(exchange, wait);
          }
          return endpoint.handler().handle(exchange);
        });
  }

  /// Zero where it may ask now, and counts it; else the seconds to wait.
  synchronized int take(String address) {
    long now = clock.millis();
    Bucket before = buckets.getOrDefault(address, new Bucket(rate.burst(), now));
    double refilled = before.tokens() + Math.max(0, now - before.at()) / MILLIS * rate.perSecond();
    double tokens = Math.min(rate.burst(), refilled);
    boolean free = tokens >= 1;
    buckets.put(address, new Bucket(free ? tokens - 1 : tokens, now));
    return free ? 0 : (int) Math.ceil((1 - tokens) / rate.perSecond());
  }

  synchronized int addresses() {
    return buckets.size();
  }
}
