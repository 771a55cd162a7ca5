package org.ariane.ops.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// A closed loop over HTTP that costs as little as one can: each client has a thread and a
/// connection of its own, writes a request, reads to the end of the answer and begins anew. The
/// processor time of the clients is known, so that it can be told from the server's.
final class WebClients {
  private static final double NANOS = 1e9;
  private static final String ACCEPTED = "HTTP/1.1 202";
  private static final String LENGTH = "content-length:";

  private final int port;
  private final String token;

  WebClients(int port, String token) {
    this.port = port;
    this.token = token;
  }

  /// What all clients did together.
  ///
  /// @param cpuMicros of the clients' threads
  record Done(long requests, double perSecond, double cpuMicros) {}

  /// Any answer but 202 ends the benchmark.
  Done run(int clients, Duration time, Supplier<String> bodies) throws Exception {
    long start = System.nanoTime();
    long until = start + time.toNanos();
    long requests = 0;
    double cpu = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Future<Done>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        all.add(threads.submit(() -> client(until, bodies)));
      }
      for (Future<Done> one : all) {
        requests += one.get().requests();
        cpu += one.get().cpuMicros();
      }
    }
    return new Done(requests, requests * NANOS / (System.nanoTime() - start), cpu);
  }

  private Done client(long until, Supplier<String> bodies) throws IOException {
    ThreadMXBean mine = ManagementFactory.getThreadMXBean();
    long before = mine.getCurrentThreadCpuTime();
    long done = 0;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (System.nanoTime() < until) {
        out.write(request(bodies.get()));
        answer(in);
        done++;
      }
    }
    return new Done(done, 0, (mine.getCurrentThreadCpuTime() - before) / 1e3);
  }

  private byte[] request(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST %s HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer %s\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
            .formatted(BareRoute.PATH, token, bytes.length);
    return (head + body).getBytes(StandardCharsets.UTF_8);
  }

  private static void answer(InputStream in) throws IOException {
    String status = line(in);
    if (!status.startsWith(ACCEPTED)) {
      throw new IOException("answered " + status);
    }
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Integer.parseInt(line.substring(LENGTH.length()).strip());
      }
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection ended");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
