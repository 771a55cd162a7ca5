package org.ariane.ivr.asterisk;

import java.util.Optional;

/// How many callers are taken in; those beyond are brought to the fallback number. All other limits
/// of the door (`dialplan/door.conf`) follow from these two.
///
/// @param calls at once, talking or waiting, without the reserved lane
/// @param perSecond calls taken in a second, over some seconds
public record Capacity(int calls, int perSecond) {
  /// Cautious for two cores, not measured: `ops/bench calls` says what a machine carries.
  public static final Capacity STANDARD = new Capacity(300, 20);

  private static final int MOST_CALLS = 2_000;
  private static final int LEAST_CALLS = 5;
  private static final int MOST_PER_SECOND = 500;
  private static final int LEAST_OUTSIDE = 100;

  public Capacity {
    if (calls < LEAST_CALLS || calls > MOST_CALLS || perSecond < 1 || perSecond > MOST_PER_SECOND) {
      throw new IllegalArgumentException(
          "5 to " + MOST_CALLS + " calls at once, 1 to " + MOST_PER_SECOND + " a second");
    }
  }

  /// Kept beyond `calls` for those who press the key of danger, half of it also for the silent.
  int lane() {
    return Math.ceilDiv(calls, 5);
  }

  /// Callers for whom the fallback number is rung or who are held afterwards.
  int outside() {
    return Math.max(calls, LEAST_OUTSIDE);
  }

  /// What the door lets through needs two ports for each leg. Where they run out a caller is turned
  /// away, so they must not.
  public int mediaPorts() {
    return 2 * (2 * calls + 2 * lane() + 3 * outside());
  }

  public static Optional<Integer> parseCalls(String text) {
    return number(text, LEAST_CALLS, MOST_CALLS);
  }

  public static Optional<Integer> parsePerSecond(String text) {
    return number(text, 1, MOST_PER_SECOND);
  }

  private static Optional<Integer> number(String text, int least, int most) {
    return text.matches("[0-9]{1,5}")
        ? Optional.of(Integer.parseInt(text)).filter(it -> it >= least && it <= most)
        : Optional.empty();
  }

  /// Above it the switch itself answers 503. Far above what the door lets through, since an
  /// operator who is being joined to a caller counts too and must never meet this limit.
  private int channels() {
    return 2 * (calls + lane() + 2 * outside());
  }

  /// The rest of `asterisk.conf`.
  String limits() {
    return "maxcalls = %d\n".formatted(channels());
  }

  /// Globals of the dialplan. A crowd (callers of one block of numbers) has a fifth of everything,
  /// those who present no number half.
  String globals() {
    double pace = 1_000.0 / perSecond;
    return """
    ARIANE_PLACES=%d
    ARIANE_PACE=%s
    ARIANE_LANE=%d
    ARIANE_LANE_SILENT=%d
    ARIANE_OVER_PLACES=%d
    ARIANE_CROWD_OVER=%d
    ARIANE_SLOW_PLACES=%d
    ARIANE_CROWD_PLACES=%d
    ARIANE_CROWD_PACE=%s
    ARIANE_WITHHELD_PLACES=%d
    ARIANE_WITHHELD_PACE=%s
    """
        .formatted(
            calls,
            pace,
            lane(),
            Math.ceilDiv(lane(), 2),
            outside(),
            outside() * 3 / 4,
            outside(),
            Math.max(5, calls / 5),
            pace * 5,
            Math.max(5, calls / 2),
            pace * 2);
  }
}
