package org.ariane.ops.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.ariane.ops.config.Credentials;
import org.ariane.ops.wiring.Server;

/// How fast a backlog reaches a centre whose system comes back: claimed in order of urgency,
/// signed, posted, receipt made durable with the incident. Against plain posts of bodies as large,
/// as many at a time, to the same system. The figure is of the middle eight tenths of the backlog.
final class DeliveryBench implements Bench {
  private static final int BACKLOG = 12_000;
  private static final int WARM = 5_000;
  private static final int CLIENTS = 32;
  private static final int AT_ONCE = 16;
  private static final int BODY_BYTES = 1_400;
  private static final int UNUSED_SIP_PORT = 5060;
  private static final Duration FILL_AT_MOST = Duration.ofSeconds(40);
  private static final Duration SLICE = Duration.ofSeconds(1);
  private static final Duration REFERENCE = Duration.ofSeconds(3);
  private static final Duration MOST = Duration.ofSeconds(60);

  @Override
  public String name() {
    return "alarm-delivery";
  }

  @Override
  public String summary() {
    return "a backlog of up to 12,000 alarms to a system that comes back, against plain posts to it;"
        + " warm after 5,000";
  }

  @Override
  public List<Result> run(Workbench on) throws Exception {
    int port = Workbench.freePort();
    int centrePort = Workbench.freePort();
    Server server =
        Server.start(
            AlarmPathsBench.deployment(on, centrePort), on.data(), port, UNUSED_SIP_PORT, false);
    try (CpuTimes cpu = new CpuTimes(on)) {
      AlarmBodies bodies = new AlarmBodies();
      WebClients clients =
          new WebClients(port, Credentials.read(on.data().credentials()).tokenOf("app-1"));
      try (Centre first = new Centre(centrePort)) {
        warm(clients, first, bodies);
      }
      long waiting = 0;
      long began = System.nanoTime();
      while (waiting < BACKLOG && System.nanoTime() - began < FILL_AT_MOST.toNanos()) {
        waiting += clients.run(CLIENTS, SLICE, bodies::withoutPhone).requests();
      }
      try (Centre centre = new Centre(centrePort)) {
        return measure(centre, centrePort, waiting, cpu);
      }
    } finally {
      server.close();
    }
  }

  /// While its system answers, so that the way to it is warm.
  private static void warm(WebClients clients, Centre centre, AlarmBodies bodies) throws Exception {
    long sent = 0;
    long start = System.nanoTime();
    while (sent < WARM && System.nanoTime() - start < FILL_AT_MOST.toNanos() / 2) {
      sent += clients.run(AT_ONCE, SLICE, bodies::withoutPhone).requests();
    }
    while (centre.posted() < sent && System.nanoTime() - start < FILL_AT_MOST.toNanos()) {
      LockSupport.parkNanos(SLICE.toNanos() / 20);
    }
  }

  private List<Result> measure(Centre centre, int centrePort, long waiting, CpuTimes cpu)
      throws Exception {
    CpuTimes.Sum ofOurs = new CpuTimes.Sum();
    long start = System.nanoTime();
    while (centre.posted() == 0 && System.nanoTime() - start < MOST.toNanos()) {
      LockSupport.parkNanos(SLICE.toNanos() / 50);
    }
    CpuTimes.Reading before = cpu.read();
    while (centre.posted() < waiting && System.nanoTime() - start < MOST.toNanos()) {
      LockSupport.parkNanos(SLICE.toNanos() / 20);
    }
    ofOurs.add(before, cpu.read(), centre.posted());
    Samples arrivals = centre.arrivals();
    double seconds = (arrivals.quantile(0.9) - arrivals.quantile(0.1)) / 1e9;
    double ours = centre.posted() * 0.8 / seconds;
    CpuTimes.Sum ofReference = new CpuTimes.Sum();
    plain(centrePort, SLICE);
    before = cpu.read();
    double reference = plain(centrePort, REFERENCE);
    ofReference.add(before, cpu.read(), reference * REFERENCE.toSeconds());
    Map<String, Double> details = new HashMap<>();
    details.put("backlog", (double) waiting);
    details.put("delivered", (double) centre.posted());
    details.put("atOnce", (double) AT_ONCE);
    ofOurs.describe("", details);
    ofReference.describe("OfReference", details);
    return List.of(
        new Result(name(), ours, reference, "alarms/s", details),
        new Result(name() + "-cpu", ofOurs.each(), ofReference.each(), "us", Map.of()));
  }

  private static double plain(int centrePort, Duration time) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      byte[] body = "x".repeat(BODY_BYTES).getBytes(StandardCharsets.UTF_8);
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + centrePort + "/"))
              .header("content-type", "application/json")
              .POST(BodyPublishers.ofByteArray(body))
              .build();
      return Clients.perSecond(
          AT_ONCE, time, () -> client.send(request, BodyHandlers.discarding()));
    }
  }
}
