package org.ariane.router.alarm.http;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.ariane.router.access.AppTerms;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.alarm.Alarm;

/// How many alarms one app may send: a bucket of its own, as large as was agreed. When it is empty
/// only repeats are refused: the first alarm of a phone, or of a message where no phone is told,
/// always passes.
final class AppAllowance {
  private static final int MOST_DEVICES = 100_000;

  private final InstantSource clock;
  private final Function<PrincipalId, AppTerms> terms;
  private final Map<PrincipalId, Bucket> buckets = new ConcurrentHashMap<>();
  private final Set<String> devices = Collections.newSetFromMap(new Latest());

  AppAllowance(InstantSource clock, Function<PrincipalId, AppTerms> terms) {
    this.clock = clock;
    this.terms = terms;
  }

  boolean admits(PrincipalId app, Alarm alarm) {
    Instant now = clock.instant();
    boolean known = !remember(device(app, alarm));
    boolean spared = buckets.computeIfAbsent(app, id -> new Bucket(terms.apply(id), now)).take(now);
    return spared || !known;
  }

  private boolean remember(String device) {
    synchronized (devices) {
      return devices.add(device);
    }
  }

  private static String device(PrincipalId app, Alarm alarm) {
    String name = alarm.phone().map(phone -> phone.dialled()).orElse(alarm.messageId());
    return app.value() + " " + name;
  }

  private static final class Bucket {
    private final AppTerms terms;
    private double tokens;
    private Instant at;

    Bucket(AppTerms terms, Instant at) {
      this.terms = terms;
      this.tokens = terms.burst();
      this.at = at;
    }

    synchronized boolean take(Instant now) {
      double seconds = Math.max(0, now.toEpochMilli() - at.toEpochMilli()) / 1000.0;
      at = now;
      tokens = Math.min(terms.burst(), tokens + seconds * terms.perSecond());
      if (tokens < 1) {
        return false;
      }
      tokens--;
      return true;
    }
  }

  /// The latest devices; the oldest is forgotten, and its next alarm passes as a first one.
  private static final class Latest extends LinkedHashMap<String, Boolean> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > MOST_DEVICES;
    }
  }
}
