package org.ariane.router.priority;

import static java.util.Comparator.comparingInt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.danger.DangerLevel;
import org.ariane.router.redlist.RedListMark;

/// Weights and thresholds as data. Nothing in it lowers a score.
///
/// @param version named in every decision
/// @param triggers points and words of each trigger
/// @param cannotTalk when she said that she cannot talk
/// @param duress when an alarm was called off under duress
/// @param redListBase points of any match, to which `redListPerSeriousness` is added per grade
/// @param repeatEach points of each alarm after the first, up to `repeatMost`
/// @param orders what orders of courts count for
/// @param danger what an assessed danger adds, from moderate on; an empty one knows no assessments
/// @param bands from which score a class begins and how fast waiting counts in it; every class
public record PriorityPolicy(
    String version,
    Map<Trigger, Weight> triggers,
    Weight cannotTalk,
    Weight duress,
    int redListBase,
    int redListPerSeriousness,
    int repeatEach,
    int repeatMost,
    OrderWeights orders,
    Map<DangerLevel, Integer> danger,
    Map<PriorityClass, Band> bands) {

  public PriorityPolicy {
    triggers = Map.copyOf(triggers);
    danger = Map.copyOf(danger);
    bands = Map.copyOf(new EnumMap<>(bands));
    if (triggers.size() != Trigger.values().length
        || bands.size() != PriorityClass.values().length) {
      throw new IllegalArgumentException("every trigger and every class needs its numbers");
    }
  }

  public record Weight(int points, String text) {
    public Weight {
      if (points < 0) {
        throw new IllegalArgumentException("a weight never lowers");
      }
    }
  }

  /// The numbers of one class.
  ///
  /// @param from lowest score of the class
  /// @param perMinute points that an earlier arrival is ahead of a later one, per minute
  public record Band(int from, double perMinute) {}

  public Priority assess(PriorityFeatures features) {
    List<PriorityReason> reasons = new ArrayList<>();
    features.triggers().stream()
        .map(this::reasonOf)
        .max(comparingInt(PriorityReason::weight).thenComparing(PriorityReason::code))
        .ifPresent(reasons::add);
    if (features.cannotTalk()) {
      reasons.add(new PriorityReason("cannot-talk", cannotTalk.points(), cannotTalk.text()));
    }
    if (features.duress()) {
      reasons.add(new PriorityReason("duress", duress.points(), duress.text()));
    }
    reasons.addAll(orders.reasons(features.orders()));
    features
        .danger()
        .filter(level -> danger.getOrDefault(level, 0) > 0)
        .map(this::reasonOf)
        .ifPresent(reasons::add);
    features.redList().map(this::reasonOf).ifPresent(reasons::add);
    if (features.repetitions() > 0) {
      reasons.add(repetition(features));
    }
    reasons.sort(comparingInt(PriorityReason::weight).reversed());
    int score = reasons.stream().mapToInt(PriorityReason::weight).sum();
    return new Priority(classOf(score), score, version, reasons);
  }

  /// Where an incident stands in the order of work: smaller is more urgent. Class first, then
  /// `score - rate(class) * arrival`. It does not change while it waits, so replay is exact.
  public double orderKey(Priority priority, Instant arrival) {
    double minutes = arrival.toEpochMilli() / 60_000.0;
    double rate = band(priority.urgency()).perMinute();
    return priority.urgency().rank() * CLASS_GAP - (priority.score() - rate * minutes);
  }

  private static final double CLASS_GAP = 1e10;

  private PriorityReason reasonOf(Trigger trigger) {
    Weight weight = java.util.Objects.requireNonNull(triggers.get(trigger));
    return new PriorityReason("trigger." + trigger.wireName(), weight.points(), weight.text());
  }

  private PriorityReason reasonOf(DangerLevel level) {
    String name = level.wireName();
    return new PriorityReason(
        "assessment." + name, danger.getOrDefault(level, 0), "Danger assessed as " + name);
  }

  private PriorityReason reasonOf(RedListMark mark) {
    String what =
        switch (mark.kind()) {
          case PHONE -> "Number";
          case PLACE -> "Place";
          case ADDRESS -> "Address";
        };
    return new PriorityReason(
        "redlist." + mark.kind().wireName(),
        redListBase + redListPerSeriousness * mark.seriousness(),
        what
            + " on the red list, seriousness "
            + mark.seriousness()
            + ": recurrence means rising danger");
  }

  private PriorityReason repetition(PriorityFeatures features) {
    int points = (int) Math.min(repeatMost, (long) repeatEach * features.repetitions());
    return new PriorityReason(
        "repeat",
        points,
        (features.repetitions() + 1)
            + " alarms within "
            + Math.max(1, features.spanMinutes())
            + (features.spanMinutes() <= 1 ? " minute" : " minutes"));
  }

  private PriorityClass classOf(int score) {
    return bands.entrySet().stream()
        .filter(entry -> score >= entry.getValue().from())
        .map(Map.Entry::getKey)
        .min(Comparator.naturalOrder())
        .orElse(PriorityClass.NORMAL);
  }

  private Band band(PriorityClass urgency) {
    return java.util.Objects.requireNonNull(bands.get(urgency));
  }
}
