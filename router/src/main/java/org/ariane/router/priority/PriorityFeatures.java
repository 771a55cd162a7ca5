package org.ariane.router.priority;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.danger.DangerLevel;
import org.ariane.router.order.OrderMark;
import org.ariane.router.redlist.RedListMark;

/// What a decision was taken on: derived facts, never raw values, so that it can be replayed after
/// the personal data is gone.
///
/// @param triggers all that set off the alarms of the incident; the heaviest counts
/// @param duress somebody made her call an alarm off
/// @param repetitions alarms after the first
/// @param spanMinutes between the first alarm and the last, rounded up
/// @param orders of courts that were in force, sorted
/// @param danger the gravest level that anybody assessed
public record PriorityFeatures(
    Set<Trigger> triggers,
    boolean cannotTalk,
    boolean duress,
    Optional<RedListMark> redList,
    int repetitions,
    long spanMinutes,
    List<OrderMark> orders,
    Optional<DangerLevel> danger) {
  public PriorityFeatures {
    triggers = Set.copyOf(triggers);
    orders = orders.stream().distinct().sorted().toList();
    if (triggers.isEmpty()) {
      throw new IllegalArgumentException("an incident has a trigger");
    }
  }

  /// Without an order or an assessment.
  public PriorityFeatures(
      Set<Trigger> triggers,
      boolean cannotTalk,
      boolean duress,
      Optional<RedListMark> redList,
      int repetitions,
      long spanMinutes) {
    this(
        triggers,
        cannotTalk,
        duress,
        redList,
        repetitions,
        spanMinutes,
        List.of(),
        Optional.empty());
  }

  public static PriorityFeatures of(Trigger trigger) {
    return new PriorityFeatures(Set.of(trigger), false, false, Optional.empty(), 0, 0);
  }
}
