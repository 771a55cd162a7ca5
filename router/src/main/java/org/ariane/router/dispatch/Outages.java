package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Trigger;

/// Notices when check-ins of one app are missed by too many at once: then it is the app or its
/// network that fails, and a thousand alarms would hide the one that is real. In memory: each
/// server counts what it takes. Safe from any thread.
final class Outages {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 20_000;

  private final int most;
  private final Map<Group, Map<AlarmKey, Missed>> missed = new HashMap<>();

  /// @param most missed check-ins of one app within a minute that are still alarms of their own
  Outages(int most) {
    this.most = most;
  }

  private record Group(String scope, boolean exercise) {}

  private record Missed(Instant at, boolean oneOfTooMany) {}

  /// Whether an alarm is one of too many; the same alarm gets the same answer again.
  synchronized boolean oneOfTooMany(Alarm alarm) {
    if (!watched(alarm)) {
      return false;
    }
    Map<AlarmKey, Missed> latest =
        missed.computeIfAbsent(
            new Group(alarm.source().scope(), alarm.exercise()), group -> new LinkedHashMap<>());
    Instant now = alarm.receivedAt();
    latest.values().removeIf(old -> old.at().isBefore(now.minus(WINDOW)));
    if (latest.size() >= MOST_REMEMBERED) {
      latest.remove(latest.keySet().iterator().next());
    }
    boolean tooMany = latest.size() >= most;
    return latest
        .computeIfAbsent(AlarmKey.of(alarm), key -> new Missed(now, tooMany))
        .oneOfTooMany();
  }

  private static boolean watched(Alarm alarm) {
    return alarm.trigger() == Trigger.CHECK_IN_MISSED
        && switch (alarm.source()) {
          case AlarmSource.App app -> true;
          case AlarmSource.CheckIn checkIn -> true;
          case AlarmSource.Aml aml -> false;
          case AlarmSource.Outage outage -> false;
          case AlarmSource.Call call -> false;
          case AlarmSource.Chat chat -> false;
          case AlarmSource.Operator operator -> false;
        };
  }
}
