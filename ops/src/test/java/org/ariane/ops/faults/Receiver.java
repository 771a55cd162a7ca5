package org.ariane.ops.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The systems of all centres, as a program of its own that can be killed. It writes each message
/// to its ledger before it answers, and answers some of them 500 all the same, so that they are
/// repeated. Uses nothing but the JDK. Ends when its parent does.
final class Receiver {
  private static final Pattern HEAD =
      Pattern.compile(
          "\\{\"type\":\"([^\"]*)\",\"sequence\":(\\w+),\"incident\":\\{\"id\":\"([^\"]*)\"");
  private static final Pattern ALARMS = Pattern.compile("\"alarms\":\\[([^]]*)]");
  private static final int FAILS_EACH = 13;

  private final Ledger ledger;
  private final AtomicInteger count = new AtomicInteger();

  private Receiver(Ledger ledger) {
    this.ledger = ledger;
  }

  /// One line of its ledger.
  ///
  /// @param sequence per centre; `null` for what was told from memory, 0 for a test of the link
  /// @param digest of the body
  record Line(
      String webhookId,
      String centre,
      String type,
      String sequence,
      String incident,
      String alarms,
      String digest) {
    static Line of(java.util.List<String> words) {
      return new Line(
          words.get(0),
          words.get(1),
          words.get(2),
          words.get(3),
          words.get(4),
          words.get(5),
          words.get(6));
    }

    boolean stored() {
      return sequence.matches("[1-9][0-9]*");
    }
  }

  /// Listens on the port of its first argument and writes to the file of its second.
  public static void main(String[] args) throws IOException {
    Receiver receiver = new Receiver(new Ledger(Path.of(args[1])));
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])),
            200);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", receiver::receive);
    server.start();
    System.in.transferTo(java.io.OutputStream.nullOutputStream());
    System.exit(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestMethod().equals("POST")) {
      write(exchange, new String(bytes, StandardCharsets.UTF_8), digest(bytes));
    }
    boolean fails = count.incrementAndGet() % FAILS_EACH == 0;
    exchange.sendResponseHeaders(fails ? 500 : 204, -1);
    exchange.close();
  }

  private void write(HttpExchange exchange, String body, String digest) {
    Matcher head = HEAD.matcher(body);
    Matcher alarms = ALARMS.matcher(body);
    boolean known = head.find();
    ledger.write(
        exchange.getRequestHeaders().getFirst("webhook-id"),
        exchange.getRequestURI().getPath().substring(1),
        known ? head.group(1) : "?",
        known ? head.group(2) : "?",
        known ? head.group(3) : "?",
        alarms.find() ? alarms.group(1).replace("\"", "") + "," : ",",
        digest);
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
