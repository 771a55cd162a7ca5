package org.ariane.ivr.telephony;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A trunk whose far end takes every datagram and never says a word.
final class BlackHole implements AutoCloseable {
  private static final String CALL_ID = "Call-ID:";

  /// One datagram.
  private record Heard(long at, String text) {
    String callId() {
      return text.lines()
          .filter(line -> line.startsWith(CALL_ID))
          .map(line -> line.substring(CALL_ID.length()).strip())
          .findFirst()
          .orElse("");
    }
  }

  private final DatagramSocket socket;
  private final String invite;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();

  /// @param number only calls to it count
  BlackHole(int port, String number) {
    invite = "INVITE sip:" + number + "@";
    try {
      socket = new DatagramSocket(port, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  private void listen() {
    byte[] room = new byte[65_535];
    try {
      while (!socket.isClosed()) {
        DatagramPacket packet = new DatagramPacket(room, room.length);
        socket.receive(packet);
        heard.add(
            new Heard(
                System.nanoTime(),
                new String(room, 0, packet.getLength(), StandardCharsets.ISO_8859_1)));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private List<Heard> invitations() {
    return heard.stream().filter(one -> one.text().startsWith(invite)).toList();
  }

  /// How many calls were tried here.
  long calls() {
    return invitations().stream().map(Heard::callId).distinct().count();
  }

  /// How often the first of them was sent.
  long copies() {
    List<Heard> all = invitations();
    String first = all.getFirst().callId();
    return all.stream().filter(one -> one.callId().equals(first)).count();
  }

  /// When the first came, as of `System.nanoTime()`.
  long first() {
    return invitations().getFirst().at();
  }

  /// From the first call to the one after it.
  Duration betweenCalls() {
    List<Heard> all = invitations();
    String first = all.getFirst().callId();
    return all.stream()
        .filter(one -> !one.callId().equals(first))
        .findFirst()
        .map(next -> Duration.ofNanos(next.at() - all.getFirst().at()))
        .orElseThrow();
  }

  @Override
  public void close() {
    socket.close();
  }
}
