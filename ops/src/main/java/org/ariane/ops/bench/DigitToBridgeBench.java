package org.ariane.ops.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.ariane.ops.config.Credentials;

/// How long a key takes, on the wire: from the end of the operator's key 1 (RFC 4733) until both
/// hear each other, and from the caller's last key until the operator's telephone is asked to ring.
/// Against a dialplan that asks the same key and bridges, on the same switch; one call at a time.
final class DigitToBridgeBench implements Bench {
  private static final int WARM = 5;
  private static final int CALLS = 40;
  private static final String OPERATOR = "operator-1";
  private static final int HER_SOUND = 0x2a;
  private static final int OPERATORS_SOUND = 0x15;
  private static final Duration BETWEEN_KEYS = Duration.ofMillis(700);
  private static final Duration LISTENS = Duration.ofMillis(600);
  private static final Duration LOOK_EVERY = Duration.ofMillis(1);
  private static final Duration WITHIN = Duration.ofSeconds(15);

  @Override
  public String name() {
    return "digit-to-bridge";
  }

  @Override
  public String summary() {
    return "from an operator's key 1 until both hear each other, and from a caller's last key until it "
        + "rings; against a pure dialplan, warm after "
        + WARM
        + " calls";
  }

  @Override
  public Optional<String> missing() {
    return SwitchChild.missing();
  }

  /// Milliseconds.
  private record Measured(List<Double> bridged, List<Double> rung) {
    Measured() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  @Override
  public List<Result> run(Workbench on) throws Exception {
    try (VoiceHouse house = VoiceHouse.open(on.home(), Capacities.large());
        WirePhone caller =
            new WirePhone(house.sipPort(), "bench", new WireVoice(HER_SOUND, OPERATORS_SOUND));
        WirePhone operator =
            new WirePhone(house.sipPort(), OPERATOR, new WireVoice(OPERATORS_SOUND, HER_SOUND));
        OperatorSeat seat =
            OperatorSeat.open(
                house.port(),
                Credentials.read(house.on().data().credentials()).tokenOf(OPERATOR))) {
      operator.register(
          Credentials.read(house.on().data().credentials()).sipOf(OPERATOR).password());
      seat.becomes("available");
      Measured reference =
          calls(house, caller, operator, VoiceHouse.PLAIN_BRIDGE, List.of("94700#"), () -> {});
      Measured ours =
          calls(house, caller, operator, VoiceHouse.LINE, List.of("1", "2", "94700#"), seat::ready);
      return results(ours, reference);
    }
  }

  private List<Result> results(Measured ours, Measured reference) {
    Map<String, Double> details = new LinkedHashMap<>();
    details.put("calls", (double) ours.bridged().size());
    return List.of(
        result(name(), 0.5, ours.bridged(), reference.bridged(), details),
        result(name() + "-p99", 0.99, ours.bridged(), reference.bridged(), Map.of()),
        result("digit-to-ring", 0.5, ours.rung(), reference.rung(), Map.of()),
        result("digit-to-ring-p99", 0.99, ours.rung(), reference.rung(), Map.of()));
  }

  private static Result result(
      String name, double q, List<Double> ours, List<Double> reference, Map<String, Double> more) {
    return new Result(
        name, Samples.of(ours).quantile(q), Samples.of(reference).quantile(q), "ms", more);
  }

  /// What is to be done after each call.
  private interface Afterwards {
    void run() throws Exception;
  }

  private static Measured calls(
      VoiceHouse house,
      WirePhone caller,
      WirePhone operator,
      String number,
      List<String> keys,
      Afterwards afterwards)
      throws Exception {
    Measured measured = new Measured();
    for (int call = -WARM; call < CALLS; call++) {
      one(caller, operator, number, keys, call < 0 ? new Measured() : measured);
      house.phone().quiet();
      afterwards.run();
    }
    return measured;
  }

  private static void one(
      WirePhone caller, WirePhone operator, String number, List<String> keys, Measured measured)
      throws IOException, InterruptedException {
    operator.expects();
    caller.call(number);
    long last = 0;
    for (String some : keys) {
      rest(BETWEEN_KEYS);
      for (int at = 0; at < some.length(); at++) {
        last = caller.voice().press(some.charAt(at));
        rest(Duration.ofMillis(60));
      }
    }
    await("the operator's telephone did not ring", () -> operator.invited() > 0);
    measured.rung().add(millis(last, operator.invited()));
    await("nothing was whispered", () -> operator.voice().anything() > 0);
    rest(LISTENS);
    long accepted = operator.voice().press('1');
    await(
        "they do not hear each other",
        () -> operator.voice().other() > 0 && caller.voice().other() > 0);
    measured
        .bridged()
        .add(millis(accepted, Math.max(operator.voice().other(), caller.voice().other())));
    caller.hangUp();
    operator.voice().end();
  }

  private static double millis(long from, long to) {
    return (to - from) / 1e6;
  }

  private static void await(String otherwise, BooleanSupplier until) throws IOException {
    long start = System.nanoTime();
    while (!until.getAsBoolean()) {
      if (System.nanoTime() - start > WITHIN.toNanos()) {
        throw new IOException(otherwise);
      }
      rest(LOOK_EVERY);
    }
  }

  private static void rest(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}
