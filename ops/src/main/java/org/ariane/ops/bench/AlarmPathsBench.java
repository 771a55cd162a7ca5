package org.ariane.ops.bench;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.ariane.ops.config.Credentials;
import org.ariane.ops.config.Deployment;
import org.ariane.ops.wiring.Server;

/// From the time at which an alarm should have been sent to its 202, to the webhook at the centre's
/// system and to the frame at the centre's screen, through the whole server, at growing rates, with
/// a rewrite of Redis' log in the middle of each; and once more beside chats. The result's own
/// figures are those of 202 at 500/s against a bare route with XADD; all others are details. Beside
/// calls: [AlarmsBesideAllBench].
final class AlarmPathsBench implements Bench {
  private static final List<Integer> RATES = List.of(100, 500, 2_000);
  private static final int RATE_BESIDE = 500;
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration ROUND = Duration.ofSeconds(5);
  private static final Duration ARRIVALS = Duration.ofSeconds(10);
  private static final int UNUSED_SIP_PORT = 5060;
  private static final double P99 = 0.99;

  @Override
  public String name() {
    return "alarm-paths";
  }

  @Override
  public String summary() {
    return "POST to 202, webhook and /dispatch at 100, 500, 2,000/s, and beside 5,000 chat messages/s";
  }

  @Override
  public List<Result> run(Workbench on) throws Exception {
    int port = Workbench.freePort();
    int centrePort = Workbench.freePort();
    Centre centre = new Centre(centrePort);
    Server server =
        Server.start(deployment(on, centrePort), on.data(), port, UNUSED_SIP_PORT, false);
    RedisClient client = RedisClient.create(on.redis());
    try (centre;
        PlainStream stream = new PlainStream(on);
        BareRoute bare = BareRoute.open(Workbench.freePort(), stream);
        StatefulRedisConnection<String, String> redis = client.connect();
        OpenLoop loop = new OpenLoop();
        CpuTimes cpu = new CpuTimes(on)) {
      Credentials credentials = Credentials.read(on.data().credentials());
      centre.watch(port, credentials.tokenOf("dispatcher-1"));
      String token = credentials.tokenOf("app-1");
      AlarmBodies bodies = new AlarmBodies();
      OpenLoop.Target ours = new OpenLoop.Target(at(port), token, bodies::next);
      OpenLoop.Target reference = new OpenLoop.Target(at(bare.port()), token, bodies::next);
      Map<String, Double> details = new LinkedHashMap<>();
      loop.run(ours, RATE_BESIDE, WARM_UP);
      loop.run(reference, RATE_BESIDE, WARM_UP.dividedBy(3));
      double plain = Samples.of(loop.run(reference, RATE_BESIDE, ROUND)).quantile(P99);
      double whole = 0;
      for (int rate : RATES) {
        Samples accepted = round(loop, ours, rate, "at" + rate, centre, redis, cpu, details);
        whole = rate == RATE_BESIDE ? accepted.quantile(P99) : whole;
      }
      try (ChatLoad chats = new ChatLoad(port)) {
        long sent = chats.sent();
        long answered = chats.answered();
        round(loop, ours, RATE_BESIDE, "besideChat", centre, redis, cpu, details);
        details.put("besideChat.messagesSent", (double) (chats.sent() - sent));
        details.put("besideChat.turnedAway", (double) chats.turnedAway());
        details.put("besideChat.framesHeard", (double) (chats.answered() - answered));
      }
      return List.of(new Result(name(), whole, plain, "ms", details));
    } finally {
      client.shutdown();
      server.close();
    }
  }

  /// The sample, and a system for the centre that gets the alarms.
  static Deployment deployment(Workbench on, int port) throws Exception {
    Path file = on.data().root().resolve("bench.yaml");
    Files.writeString(file, settings(port));
    return Workbench.sample(on.home(), Optional.of(file));
  }

  static String settings(int port) {
    return """
    dispatch:
      centres:
        fr-94-cic:
          url: http://127.0.0.1:%d/
          secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
    """
        .formatted(port);
  }

  static URI at(int port) {
    return URI.create("http://127.0.0.1:" + port + BareRoute.PATH);
  }

  static Samples round(
      OpenLoop loop,
      OpenLoop.Target target,
      int perSecond,
      String name,
      Centre centre,
      StatefulRedisConnection<String, String> redis,
      CpuTimes cpu,
      Map<String, Double> details) {
    Thread rewrite =
        Thread.ofVirtual()
            .start(() -> {
              LockSupport.parkNanos(ROUND.toNanos() / 2);
              redis.sync().bgrewriteaof();
            });
    int cuts = centre.cuts();
    CpuTimes.Reading before = cpu.read();
    long start = System.nanoTime();
    List<OpenLoop.Answer> answers = loop.answers(target, perSecond, ROUND);
    share(before, cpu.read(), System.nanoTime() - start, name, details);
    rewrite.interrupt();
    Samples accepted =
        describe(name + ".accepted", answers, answer -> Optional.of(answer.atNs()), details);
    describe(name + ".webhook", answers, answer -> soon(answer, centre::postedAt), details);
    describe(name + ".stream", answers, answer -> soon(answer, centre::shownAt), details);
    details.put(name + ".stream.cuts", (double) (centre.cuts() - cuts));
    return accepted;
  }

  private static Optional<Long> soon(
      OpenLoop.Answer answer, Function<String, Optional<Long>> arrivals) {
    if (answer.body().isEmpty()) {
      return Optional.empty();
    }
    String incident = new JsonObject(answer.body()).getString("incidentId");
    Optional<Long> at = arrivals.apply(incident);
    while (at.isEmpty() && System.nanoTime() - answer.atNs() < ARRIVALS.toNanos()) {
      LockSupport.parkNanos(1_000_000);
      at = arrivals.apply(incident);
    }
    return at;
  }

  private static Samples describe(
      String name,
      List<OpenLoop.Answer> answers,
      Function<OpenLoop.Answer, Optional<Long>> arrival,
      Map<String, Double> details) {
    List<Double> millis = new ArrayList<>();
    answers.forEach(
        answer -> arrival.apply(answer).ifPresent(at -> millis.add((at - answer.dueNs()) / 1e6)));
    details.put(name + ".count", (double) millis.size());
    details.put(name + ".missing", (double) (answers.size() - millis.size()));
    Samples samples = Samples.of(millis);
    if (!millis.isEmpty()) {
      details.put(name + ".p50", samples.quantile(0.5));
      details.put(name + ".p99", samples.quantile(P99));
      details.put(name + ".p99.9", samples.quantile(0.999));
    }
    return samples;
  }

  /// Of all processors: this process, which is server, clients and centre in one, and Redis.
  private static void share(
      CpuTimes.Reading before,
      CpuTimes.Reading after,
      long nanos,
      String name,
      Map<String, Double> details) {
    double all = nanos / 1e3 * Runtime.getRuntime().availableProcessors();
    details.put(name + ".cpuShareOfJava", (after.java() - before.java()) / all);
    details.put(name + ".cpuShareOfRedis", (after.redis() - before.redis()) / all);
  }
}
