package org.ariane.ops.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// The voice of one telephone (RTP, PCMU, every 20 ms): one sample again and again, by which the
/// other end knows it, and keys as RFC 4733 says. Both are timed where they cross the wire.
final class WireVoice implements AutoCloseable {
  private static final int HEADER = 12;
  private static final int SAMPLES = 160;
  private static final int KEY_TYPE = 101;
  private static final int LOUD = 10;
  private static final int LAST = 0x80;
  private static final int KEY_PACKETS = 5;
  private static final Duration EVERY = Duration.ofMillis(20);
  private static final String KEYS = "0123456789*#";

  private final DatagramSocket socket;
  private final byte mine;
  private final byte theirs;
  private final ReentrantLock sends = new ReentrantLock();
  private int sequence;
  private int timestamp;
  private volatile InetSocketAddress to = new InetSocketAddress(0);
  private volatile boolean speaks;
  private volatile long anything;
  private volatile long other;

  /// @param mine the sample that this one sends
  /// @param theirs the one by which the other telephone is known
  WireVoice(int mine, int theirs) throws IOException {
    this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    this.mine = (byte) mine;
    this.theirs = (byte) theirs;
    Thread.ofPlatform().daemon().name("bench-hears").start(this::hear);
    Thread.ofPlatform().daemon().name("bench-speaks").start(this::speak);
  }

  int port() {
    return socket.getLocalPort();
  }

  /// Begins to speak; what was heard before is forgotten.
  void begin(int port) {
    anything = 0;
    other = 0;
    to = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    speaks = true;
  }

  void end() {
    speaks = false;
  }

  /// When the first packet came since the beginning, as of [System#nanoTime]; 0 before.
  long anything() {
    return anything;
  }

  /// When the other telephone was first heard, likewise.
  long other() {
    return other;
  }

  /// Presses a key for a tenth of a second.
  ///
  /// @return when the packet left that says that it is over
  long press(char key) {
    sends.lock();
    try {
      int at = timestamp;
      for (int packet = 1; packet <= KEY_PACKETS; packet++) {
        send(key, at, packet * SAMPLES, packet == 1, false);
        rest(EVERY);
      }
      long ended = System.nanoTime();
      for (int copy = 0; copy < 3; copy++) {
        send(key, at, KEY_PACKETS * SAMPLES, false, true);
      }
      timestamp += (KEY_PACKETS + 1) * SAMPLES;
      return ended;
    } finally {
      sends.unlock();
    }
  }

  private void send(char key, int at, int length, boolean first, boolean last) {
    byte[] event = {
      (byte) KEYS.indexOf(key),
      (byte) (last ? LAST | LOUD : LOUD),
      (byte) (length >> 8),
      (byte) length
    };
    send((first ? LAST : 0) | KEY_TYPE, at, event);
  }

  private void send(int type, int at, byte[] payload) {
    ByteBuffer packet =
        ByteBuffer.allocate(HEADER + payload.length)
            .put((byte) 0x80)
            .put((byte) type)
            .putShort((short) sequence++)
            .putInt(at)
            .putInt(port())
            .put(payload);
    try {
      socket.send(new DatagramPacket(packet.array(), packet.capacity(), to));
    } catch (IOException e) {
      if (!socket.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void speak() {
    byte[] word = new byte[SAMPLES];
    Arrays.fill(word, mine);
    long next = System.nanoTime();
    while (!socket.isClosed()) {
      next = Math.max(next + EVERY.toNanos(), System.nanoTime() - TimeUnit.SECONDS.toNanos(1));
      LockSupport.parkNanos(next - System.nanoTime());
      // A telephone says nothing while a key is pressed.
      if (speaks && sends.tryLock()) {
        try {
          send(0, timestamp, word);
          timestamp += SAMPLES;
        } finally {
          sends.unlock();
        }
      }
    }
  }

  private void hear() {
    DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
    try {
      while (!socket.isClosed()) {
        socket.receive(packet);
        long now = System.nanoTime();
        if (anything == 0) {
          anything = now;
        }
        if (other == 0 && says(packet)) {
          other = now;
        }
      }
    } catch (IOException e) {
      if (!socket.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private boolean says(DatagramPacket packet) {
    byte[] data = packet.getData();
    for (int at = HEADER; at < packet.getLength(); at++) {
      if (data[at] != theirs) {
        return false;
      }
    }
    return packet.getLength() > HEADER && (data[1] & 0x7f) == 0;
  }

  private static void rest(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }

  @Override
  public void close() {
    socket.close();
  }
}
