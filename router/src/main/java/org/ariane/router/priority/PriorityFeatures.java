package org.ariane.router.priority;

import java.util.Optional;
import java.util.Set;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.redlist.RedListMark;

/// What a decision was taken on: derived facts, never raw values, so that it can be replayed after
/// the personal data is gone.
///
/// @param triggers all that set off the alarms of the incident; the heaviest counts
/// @param duress somebody made her call an alarm off
/// @param repetitions alarms after the first
/// @param spanMinutes between the first alarm and the last, rounded up
public record PriorityFeatures(
    Set<Trigger> triggers,
    boolean cannotTalk,
    boolean duress,
    Optional<RedListMark> redList,
    int repetitions,
    long spanMinutes) {
  public PriorityFeatures {
    triggers = Set.copyOf(triggers);
    if (triggers.isEmpty()) {
      throw new IllegalArgumentException("an incident has a trigger");
    }
  }

  public static PriorityFeatures of(Trigger trigger) {
    return new PriorityFeatures(Set.of(trigger), false, false, Optional.empty(), 0, 0);
  }
}
