package org.ariane.ivr.telephony;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// A carrier that brings text messages to the switch (RFC 3428) and takes those that come back,
/// each acknowledged with 200 and counted once, however often it is repeated.
public final class TextPhone implements AutoCloseable {
  /// One message that came back.
  public record Came(String to, String from, String text) {}

  private static final Duration T1 = Duration.ofMillis(500);
  private static final Duration ANSWER = Duration.ofSeconds(20);

  private final DatagramSocket socket;
  private final InetSocketAddress target;
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
  private final Map<String, Came> came = new ConcurrentHashMap<>();
  private final List<Came> inOrder = new CopyOnWriteArrayList<>();

  /// @param port where the trunk leads to
  public TextPhone(int port, int sipPort) {
    try {
      socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      target = new InetSocketAddress(InetAddress.getLoopbackAddress(), sipPort);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  /// The final status of a message to a line.
  public int send(String line, String number, String text) {
    return send(line, "<sip:" + number + "@127.0.0.1>", "", text.getBytes(StandardCharsets.UTF_8));
  }

  /// The same with other headers, each with its line break. Sent again until it is answered, after
  /// half a second, then twice as long each time (RFC 3261 section 17.1.2.2): UDP may lose it.
  public synchronized int send(String line, String from, String headers, byte[] words) {
    String id = "text-" + UUID.randomUUID();
    byte[] message = message(id, line, from, headers, words);
    long begin = System.nanoTime();
    long again = 0;
    for (long waited = 0; waited < ANSWER.toNanos(); waited = System.nanoTime() - begin) {
      Integer status = statuses.get(id);
      if (status != null) {
        return status;
      }
      if (waited >= again) {
        say(message, target);
        again = again == 0 ? T1.toNanos() : 2 * again;
      }
      LockSupport.parkNanos(1_000_000);
    }
    return 0;
  }

  /// Once, without waiting for an answer.
  public synchronized void post(String line, String from, String headers, byte[] words) {
    say(message("text-" + UUID.randomUUID(), line, from, headers, words), target);
  }

  private byte[] message(String id, String line, String from, String headers, byte[] words) {
    String head =
        """
        MESSAGE sip:%1$s@127.0.0.1 SIP/2.0
        Via: SIP/2.0/UDP 127.0.0.1:%2$d;rport;branch=z9hG4bK%3$s
        From: %4$s;tag=t%3$s
        To: <sip:%1$s@127.0.0.1>
        Call-ID: %3$s
        CSeq: 1 MESSAGE
        Max-Forwards: 70
        %5$sContent-Type: text/plain;charset=utf-8
        Content-Length: %6$d

        """
            .formatted(line, socket.getLocalPort(), id, from, headers, words.length)
            .replace("\r", "")
            .replace("\n", "\r\n");
    byte[] bytes = head.getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(bytes, bytes.length + words.length);
    System.arraycopy(words, 0, whole, bytes.length, words.length);
    return whole;
  }

  private void listen() {
    byte[] buffer = new byte[65_535];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        hear(
            new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8),
            packet.getSocketAddress());
      } catch (IOException e) {
        return;
      }
    }
  }

  private void hear(String text, SocketAddress from) {
    if (text.startsWith("SIP/2.0 ")) {
      statuses.put(header(text, "Call-ID"), Integer.parseInt(text.substring(8, 11)));
    } else if (text.startsWith("MESSAGE ")) {
      Came one =
          new Came(
              header(text, "To"),
              header(text, "From"),
              text.substring(text.indexOf("\r\n\r\n") + 4));
      if (came.putIfAbsent(header(text, "Call-ID"), one) == null) {
        inOrder.add(one);
      }
      String answer =
          text.lines()
              .takeWhile(line -> !line.isEmpty())
              .filter(line -> line.matches("(Via|From|To|Call-ID|CSeq):.*"))
              .collect(
                  Collectors.joining(
                      "\r\n", "SIP/2.0 200 OK\r\n", "\r\nContent-Length: 0\r\n\r\n"));
      say(answer.getBytes(StandardCharsets.UTF_8), from);
    }
  }

  private static String header(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith(name + ":"))
        .findFirst()
        .map(line -> line.substring(name.length() + 1).strip())
        .orElse("");
  }

  private void say(byte[] bytes, SocketAddress to) {
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What came back to a number, in order.
  public List<String> received(String number) {
    return inOrder.stream()
        .filter(one -> one.to().contains("sip:" + number + "@"))
        .map(Came::text)
        .toList();
  }

  public List<Came> all() {
    return List.copyOf(inOrder);
  }

  @Override
  public void close() {
    socket.close();
  }
}
