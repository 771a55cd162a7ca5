package org.ariane.router.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.identity.Ulid;

/// The ids that an alarm was given at its first try, so that a later try of the same alarm, after a
/// failure, gives the same and no centre sees two incidents. Keeps the latest, more than can be
/// inside at one time.
final class Minted {
  private static final int MOST = 20_000;

  private final Ulid ulids;
  private final Map<AlarmKey, Ids> byAlarm = new LinkedHashMap<>();

  Minted(Ulid ulids) {
    this.ulids = ulids;
  }

  record Ids(AlarmId alarm, IncidentId incident) {}

  synchronized Ids of(AlarmKey key) {
    Ids known = byAlarm.get(key);
    if (known != null) {
      return known;
    }
    Ids fresh = new Ids(AlarmId.mint(ulids), IncidentId.mint(ulids));
    byAlarm.put(key, fresh);
    if (byAlarm.size() > MOST) {
      byAlarm.remove(byAlarm.keySet().iterator().next());
    }
    return fresh;
  }

  /// Whether this alarm came to this server a while ago: it may be stored.
  synchronized boolean knows(AlarmKey key) {
    return byAlarm.containsKey(key);
  }
}
