package org.ariane.ops.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many calls a second are clean: none fails, nothing has to be sent again, each is answered
/// within half a second. A caller of 3919 hears the first words and hangs up; the server decides
/// what she hears and counts her. Against a dialplan that plays the same prompts by itself, on the
/// same switch. Then the processor time of a call at a pace that both keep. The callers are a SIPp
/// on the same processors.
final class CallsBench implements Bench {
  private static final List<Integer> RATES = List.of(50, 100, 150, 200, 250, 300, 350, 400, 450);
  private static final Duration STEP = Duration.ofSeconds(3);
  private static final Duration STAY = Duration.ofMillis(900);
  private static final int WARM_RATE = 40;
  private static final int WARM_S = 12;
  private static final int CPU_RATE = 50;
  private static final int CPU_S = 8;
  private static final int TRIES = 2;

  @Override
  public String name() {
    return "calls";
  }

  @Override
  public String summary() {
    return "clean calls a second to 3919, against a pure dialplan with the same prompts; warm after "
        + WARM_RATE * WARM_S
        + " calls";
  }

  @Override
  public Optional<String> missing() {
    return SwitchChild.missing();
  }

  @Override
  public List<Result> run(Workbench ignored) throws Exception {
    try (VoiceHouse house = VoiceHouse.open(ignored.home(), Capacities.large());
        CpuTimes cpu = new CpuTimes(house.on())) {
      calls(house, VoiceHouse.LINE, WARM_RATE, WARM_S);
      calls(house, VoiceHouse.PLAIN, WARM_RATE, WARM_S / 4);
      Map<String, Double> details = new LinkedHashMap<>();
      double reference = clean(house, VoiceHouse.PLAIN, "OfReference", details);
      double ours = clean(house, VoiceHouse.LINE, "", details);
      Map<String, Double> spent = new LinkedHashMap<>();
      double plainMs = spent(house, cpu, VoiceHouse.PLAIN, "OfReference", spent);
      double oursMs = spent(house, cpu, VoiceHouse.LINE, "", spent);
      spent.put("moreMsEach", oursMs - plainMs);
      return List.of(
          new Result(name(), ours, reference, "calls/s", details),
          new Result(name() + "-cpu", oursMs, plainMs, "ms", spent));
    }
  }

  private static Callers.Outcome calls(VoiceHouse house, String number, int perSecond, int seconds)
      throws Exception {
    try (Callers callers = house.callers(number, perSecond, perSecond * seconds, STAY)) {
      return callers.outcome();
    }
  }

  /// The highest rate that was clean before two in a row were not.
  private static double clean(
      VoiceHouse house, String number, String suffix, Map<String, Double> details)
      throws Exception {
    double best = 0;
    int missed = 0;
    for (int rate : RATES) {
      Callers.Outcome outcome = calls(house, number, rate, (int) STEP.toSeconds());
      if (!outcome.clean() && missed < TRIES) {
        // A machine that others use stalls now and then: one more try.
        house.phone().quiet();
        outcome = calls(house, number, rate, (int) STEP.toSeconds());
      }
      details.put("clean" + suffix + "At" + rate, outcome.clean() ? 1.0 : 0.0);
      details.put("failed" + suffix + "At" + rate, (double) outcome.failed());
      details.put("repeated" + suffix + "At" + rate, (double) outcome.repeated());
      if (!outcome.answeredMs().isEmpty()) {
        details.put(
            "answerP99" + suffix + "At" + rate, Samples.of(outcome.answeredMs()).quantile(0.99));
      }
      if (outcome.clean()) {
        best = rate;
        missed = 0;
      } else if (++missed == TRIES) {
        break;
      }
      house.phone().quiet();
    }
    return best;
  }

  private static double spent(
      VoiceHouse house, CpuTimes cpu, String number, String suffix, Map<String, Double> details)
      throws Exception {
    house.phone().quiet();
    CpuTimes.Reading before = cpu.read();
    SwitchChild.Reading switchBefore = house.phone().read();
    Callers.Outcome outcome = calls(house, number, CPU_RATE, CPU_S);
    CpuTimes.Reading after = cpu.read();
    double ofSwitch = house.phone().read().cpuMicros() - switchBefore.cpuMicros();
    double ofServer = after.java() - before.java() + after.redis() - before.redis();
    double ms = (ofSwitch + ofServer) / outcome.called() / 1e3;
    details.put("switchMsEach" + suffix, ofSwitch / outcome.called() / 1e3);
    details.put("serverMsEach" + suffix, ofServer / outcome.called() / 1e3);
    details.put(
        "compilerMsEach" + suffix, (after.compiler() - before.compiler()) / outcome.called() / 1e3);
    details.put("calls" + suffix, (double) outcome.called());
    details.put("perSecond", (double) CPU_RATE);
    return ms;
  }
}
