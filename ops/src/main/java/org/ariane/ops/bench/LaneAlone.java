package org.ariane.ops.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.ariane.ops.config.Deployment;
import org.ariane.ops.wiring.RedLists;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.audit.AuditAnchor;
import org.ariane.router.audit.tink.TinkChainKey;
import org.ariane.router.dispatch.AnswerTimes;
import org.ariane.router.dispatch.LinkPace;
import org.ariane.router.dispatch.lane.AlarmLane;
import org.ariane.router.dispatch.lane.AlarmLaneParts;
import org.ariane.router.priority.yaml.YamlPriorityPolicy;

/// The alarm lane as the server opens it, without the server around it. No centre has a system, so
/// nothing is sent anywhere.
final class LaneAlone implements AutoCloseable {
  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final int STOP_S = 8;

  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
  private final MeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final AlarmLane lane;

  private LaneAlone(Workbench on) throws IOException {
    Deployment deployment = on.deployment();
    lane =
        AlarmLane.start(
            new AlarmLaneParts(
                vertx,
                deployment::directory,
                deployment.roster(),
                on.redis(),
                Map.of(),
                deployment.configuration().defaultCentre(),
                Set.of(),
                on.keys().lookups(),
                RedLists.parts(on.keys(), deployment.configuration()),
                new TinkChainKey(on.keys().audit()),
                AuditAnchor.none(),
                YamlPriorityPolicy.shipped(),
                AnswerTimes.DEFAULT,
                LinkPace.DEFAULT,
                InstantSource.system(),
                meters,
                virtualThreads));
  }

  /// Returns when alarms are accepted for good.
  static LaneAlone open(Workbench on) throws IOException {
    LaneAlone alone = new LaneAlone(on);
    long start = System.nanoTime();
    while (!alone.lane.health().ready()) {
      if (System.nanoTime() - start > WITHIN.toNanos()) {
        alone.close();
        throw new IOException("the alarm lane did not become durable");
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return alone;
  }

  AlarmIntake intake() {
    return lane.intake();
  }

  @Override
  public void close() {
    lane.close();
    virtualThreads.shutdownNow();
    vertx
        .close()
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(STOP_S, TimeUnit.SECONDS)
        .join();
    meters.close();
  }
}
