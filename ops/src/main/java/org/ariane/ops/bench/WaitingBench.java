package org.ariane.ops.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// What a thousand callers cost who wait for a human, a few seconds at a time: memory and
/// processors of switch and server, against a pure dialplan in which as many hear prompts again and
/// again.
final class WaitingBench implements Bench {
  private static final int CALLERS = 1_000;
  private static final int PER_SECOND = 50;
  private static final Duration UNTIL_ALL_WAIT = Duration.ofSeconds(35);
  private static final Duration UNTIL_ALL_HEAR = Duration.ofSeconds(3);
  private static final Duration MEASURED = Duration.ofSeconds(10);
  private static final double MEGABYTE = 1 << 20;

  @Override
  public String name() {
    return "calls-waiting";
  }

  @Override
  public String summary() {
    return "1,000 callers who wait: memory and processors, against a pure dialplan";
  }

  @Override
  public Optional<String> missing() {
    return SwitchChild.missing();
  }

  /// Of switch and server together.
  private record Cost(double megabytes, double processors) {}

  @Override
  public List<Result> run(Workbench on) throws Exception {
    Map<String, Double> details = new LinkedHashMap<>();
    details.put("callers", (double) CALLERS);
    Cost reference;
    Cost ours;
    try (VoiceHouse house = VoiceHouse.open(on.home(), Capacities.large());
        CpuTimes cpu = new CpuTimes(house.on())) {
      reference =
          cost(house, cpu, VoiceHouse.PLAIN_FOR_EVER, UNTIL_ALL_HEAR, "OfReference", details);
      house.phone().quiet();
      ours = cost(house, cpu, VoiceHouse.LINE, UNTIL_ALL_WAIT, "", details);
    }
    return List.of(
        new Result(name() + "-memory", ours.megabytes(), reference.megabytes(), "MB", details),
        new Result(
            name() + "-cpu", ours.processors(), reference.processors(), "processors", Map.of()));
  }

  private static Cost cost(
      VoiceHouse house,
      CpuTimes cpu,
      String number,
      Duration settle,
      String suffix,
      Map<String, Double> details)
      throws Exception {
    double before = memory(house);
    Duration ramp = Duration.ofSeconds(CALLERS / PER_SECOND);
    Duration stay = ramp.plus(settle).plus(MEASURED).plusSeconds(20);
    try (Callers callers = house.callers(number, PER_SECOND, CALLERS, stay)) {
      LockSupport.parkNanos(ramp.plus(settle).toNanos());
      details.put("channels" + suffix, (double) house.phone().channels());
      CpuTimes.Reading java = cpu.read();
      double ofSwitch = house.phone().read().cpuMicros();
      double ofCallers = callers.cpuMicros();
      LockSupport.parkNanos(MEASURED.toNanos());
      double micros = MEASURED.toMillis() * 1_000.0;
      double switched = (house.phone().read().cpuMicros() - ofSwitch) / micros;
      CpuTimes.Reading after = cpu.read();
      double served = (after.java() - java.java() + after.redis() - java.redis()) / micros;
      details.put("processorsOfSwitch" + suffix, switched);
      details.put("processorsOfServer" + suffix, served);
      details.put("processorsOfCallers" + suffix, (callers.cpuMicros() - ofCallers) / micros);
      return new Cost(memory(house) - before, switched + served);
    }
  }

  /// What the switch holds, and what the server's heap holds after a collection.
  private static double memory(VoiceHouse house) throws Exception {
    System.gc();
    Runtime java = Runtime.getRuntime();
    return (house.phone().read().bytes() + java.totalMemory() - java.freeMemory()) / MEGABYTE;
  }
}
