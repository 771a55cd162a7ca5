package org.ariane.ivr.telephony;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Hears what the switch sends to a caller (RTP, PCMU) and knows when there was anything to hear.
public final class Ear implements AutoCloseable {
  private static final int HEADER = 12;
  private static final int PCMU = 0;

  /// Of the linear sample; below it nobody hears anything.
  private static final int AUDIBLE = 20;

  private final DatagramSocket socket;
  private final List<Long> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger steady = new AtomicInteger();

  public Ear() {
    try {
      socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void listen() {
    DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
    try {
      while (!socket.isClosed()) {
        socket.receive(packet);
        if (audible(packet)) {
          long now = System.nanoTime();
          heard.add(now);
          if (steady(packet)) {
            steady.incrementAndGet();
          }
        }
      }
    } catch (IOException e) {
      // closed
    }
  }

  private static boolean audible(DatagramPacket packet) {
    byte[] data = packet.getData();
    if (packet.getLength() <= HEADER || (data[1] & 0x7f) != PCMU) {
      return false;
    }
    int loudest = 0;
    for (int i = HEADER; i < packet.getLength(); i++) {
      int flipped = ~data[i] & 0xff;
      int magnitude = ((((flipped & 0x0f) << 3) + 0x84) << ((flipped & 0x70) >> 4)) - 0x84;
      loudest = Math.max(loudest, magnitude);
    }
    return loudest > AUDIBLE;
  }

  /// Packets of a tone that jumps between two values, as no voice does.
  int steadyPackets() {
    return steady.get();
  }

  private static boolean steady(DatagramPacket packet) {
    return IntStream.range(HEADER, packet.getLength())
            .mapToObj(at -> packet.getData()[at])
            .distinct()
            .count()
        <= 2;
  }

  /// Packets with anything to hear in them.
  public int packets() {
    return heard.size();
  }

  /// The longest time without anything to hear since `from` (of [System#nanoTime]) until now.
  public Duration longestSilence(long from) {
    long last = from;
    long longest = 0;
    for (long at : heard) {
      if (at > from) {
        longest = Math.max(longest, at - last);
        last = at;
      }
    }
    return Duration.ofNanos(Math.max(longest, System.nanoTime() - last));
  }

  @Override
  public void close() {
    socket.close();
  }
}
