package org.ariane.ops.bench;

import com.sun.management.OperatingSystemMXBean;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;

/// Processor time that this process and its Redis used. On a machine that others use, too, it says
/// more than a clock.
final class CpuTimes implements AutoCloseable {
  private static final double MICROS = 1e6;

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final RedisClient client;
  private final StatefulRedisConnection<String, String> connection;

  CpuTimes(Workbench on) throws IOException {
    client = RedisClient.create(on.redis());
    connection = client.connect();
  }

  /// Microseconds since the start of each.
  record Reading(double java, double redis) {}

  Reading read() {
    String cpu = connection.sync().info("cpu");
    return new Reading(
        system.getProcessCpuTime() / 1000.0,
        (figure(cpu, "used_cpu_sys") + figure(cpu, "used_cpu_user")) * MICROS);
  }

  private static double figure(String info, String name) {
    return info.lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(0.0);
  }

  /// What several rounds used.
  static final class Sum {
    private double java;
    private double redis;
    private double things;

    void add(Reading before, Reading after, double done) {
      java += after.java() - before.java();
      redis += after.redis() - before.redis();
      things += done;
    }

    void describe(String suffix, Map<String, Double> details) {
      details.put("cpuMicrosOfJavaEach" + suffix, java / things);
      details.put("cpuMicrosOfRedisEach" + suffix, redis / things);
    }
  }

  @Override
  public void close() {
    connection.close();
    client.shutdown();
  }
}
