package org.ariane.ops.bench;

import com.sun.management.OperatingSystemMXBean;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Processor time that this process and its Redis used. On a machine that others use, too, it says
/// more than a clock. What the compiler of the virtual machine used is told apart: it comes to an
/// end.
final class CpuTimes implements AutoCloseable {
  private static final double MICROS = 1e6;
  private static final double MICROS_PER_TICK = 10_000;
  private static final Path THREADS = Path.of("/proc/self/task");

  /// Counted after the name, which may hold blanks.
  private static final int USER_TICKS = 11;

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final RedisClient client;
  private final StatefulRedisConnection<String, String> connection;

  CpuTimes(Workbench on) throws IOException {
    client = RedisClient.create(on.redis());
    connection = client.connect();
  }

  /// Microseconds since the start of each.
  ///
  /// @param java without the compiler
  record Reading(double java, double compiler, double redis) {}

  Reading read() {
    String cpu = connection.sync().info("cpu");
    double compiler = compiler();
    return new Reading(
        system.getProcessCpuTime() / 1000.0 - compiler,
        compiler,
        (figure(cpu, "used_cpu_sys") + figure(cpu, "used_cpu_user")) * MICROS);
  }

  /// Zero where the system does not tell.
  private static double compiler() {
    double ticks = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
      for (Path thread : threads) {
        ticks += ticksOfCompiler(thread);
      }
    } catch (IOException e) {
      return 0;
    }
    return ticks * MICROS_PER_TICK;
  }

  private static double ticksOfCompiler(Path thread) {
    try {
      String stat = Files.readString(thread.resolve("stat"));
      String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
      String[] rest = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return name.startsWith("C1 Comp") || name.startsWith("C2 Comp")
          ? Double.parseDouble(rest[USER_TICKS]) + Double.parseDouble(rest[USER_TICKS + 1])
          : 0;
    } catch (IOException e) {
      // It has just ended.
      return 0;
    }
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
    private double compiler;
    private double redis;
    private double clients;
    private double things;

    void add(Reading before, Reading after, double done) {
      add(before, after, 0, done);
    }

    /// @param ofClients microseconds of the clients, which are threads of this process
    void add(Reading before, Reading after, double ofClients, double done) {
      java += after.java() - before.java() - ofClients;
      compiler += after.compiler() - before.compiler();
      redis += after.redis() - before.redis();
      clients += ofClients;
      things += done;
    }

    /// Microseconds of server and Redis for each.
    double each() {
      return (java + redis) / things;
    }

    void describe(String suffix, Map<String, Double> details) {
      details.put("cpuMicrosOfJavaEach" + suffix, java / things);
      details.put("cpuMicrosOfRedisEach" + suffix, redis / things);
      details.put("cpuMicrosOfCompilerEach" + suffix, compiler / things);
      if (clients > 0) {
        details.put("cpuMicrosOfClientsEach" + suffix, clients / things);
      }
      details.put("measured" + suffix, things);
    }
  }

  @Override
  public void close() {
    connection.close();
    client.shutdown();
  }
}
