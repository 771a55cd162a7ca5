package org.ariane.ops.wiring;

import io.lettuce.core.RedisURI;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.ariane.ops.config.Configuration;
import org.ariane.ops.config.DataFolder;
import org.ariane.ops.config.Keys;
import org.ariane.ops.config.RuntimePorts;

/// What every part stands on: event loops (those of alarms apart from those of everything else),
/// virtual threads, clock, keys, metrics, and where Redis is.
record Foundations(
    Vertx alarmLoops,
    Vertx contactLoops,
    ExecutorService virtualThreads,
    InstantSource clock,
    DataFolder data,
    Keys keys,
    RuntimePorts ports,
    RedisURI redis,
    PrometheusMeterRegistry metrics) {
  private static final int STOP_S = 8;
  private static final Duration REDIS_TIMEOUT = Duration.ofMillis(1500);

  static Foundations lay(Configuration configuration, DataFolder data, Closers closers)
      throws IOException {
    Vertx alarmLoops = vertx("alarms", closers);
    Vertx contactLoops = vertx("contacts", closers);
    ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
    closers.add("virtual threads", () -> drain(virtualThreads));
    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    JvmGcMetrics pauses = new JvmGcMetrics();
    pauses.bindTo(metrics);
    closers.add("metrics of the JVM", pauses);
    new JvmMemoryMetrics().bindTo(metrics);
    new ProcessorMetrics().bindTo(metrics);
    Keys keys = Keys.in(data.keys());
    RuntimePorts ports = RuntimePorts.read(data.runtime());
    return new Foundations(
        alarmLoops,
        contactLoops,
        virtualThreads,
        InstantSource.system(),
        data,
        keys,
        ports,
        redis(configuration, keys, ports),
        metrics);
  }

  private static RedisURI redis(Configuration configuration, Keys keys, RuntimePorts ports) {
    RedisURI uri =
        configuration
            .redis()
            .map(RedisURI::create)
            .orElseGet(() ->
                RedisURI.builder()
                    .withHost("127.0.0.1")
                    .withPort(ports.redis())
                    .withPassword(keys.redisPassword().toCharArray())
                    .build());
    uri.setTimeout(REDIS_TIMEOUT);
    return uri;
  }

  private static Vertx vertx(String name, Closers closers) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(4));
    closers.add(
        "event loops of " + name,
        () ->
            vertx.close().toCompletionStage().toCompletableFuture().get(STOP_S, TimeUnit.SECONDS));
    return vertx;
  }

  private static void drain(ExecutorService virtualThreads) throws InterruptedException {
    virtualThreads.shutdown();
    if (!virtualThreads.awaitTermination(STOP_S, TimeUnit.SECONDS)) {
      virtualThreads.shutdownNow();
    }
  }
}
