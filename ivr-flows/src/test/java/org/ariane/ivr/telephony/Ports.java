package org.ariane.ivr.telephony;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.BitSet;
import java.util.concurrent.ThreadLocalRandom;

/// Ports of 127.0.0.1 that nobody uses. Each process of tests has a share of its own, so that two
/// that run at once never choose the same before one of them listens.
public final class Ports {
  private static final int SHARES = 8;
  private static final int SHARE = Integer.getInteger("ariane.fork", 1) % SHARES;
  private static final int FIRST_MEDIA = 10_000;
  private static final int MEDIA_SHARES = 4;
  private static final int MEDIA_SHARE = 5_500;
  private static final int MINE = FIRST_MEDIA + MEDIA_SHARE * (SHARE % MEDIA_SHARES);

  /// Those of one telephone come back when it hangs up.
  private static final int SMALL = 8;

  private static final int SMALL_SHARE = 1_200;

  private static final int FIRST_LISTENER = 61_000;
  private static final int LISTENERS = 4_500 / SHARES;
  private static int next = ThreadLocalRandom.current().nextInt(LISTENERS);

  private static final BitSet GIVEN = new BitSet();
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private Ports() {}

  /// Above those that the system gives to connections and to whoever asks for any port: what is
  /// free now stays so until it is used.
  public static synchronized int tcp() {
    for (int tries = 0; tries < LISTENERS; tries++) {
      int port = FIRST_LISTENER + LISTENERS * SHARE + next++ % LISTENERS;
      if (listens(port) && free(port, 1)) {
        return port;
      }
    }
    throw new IllegalStateException("no port is free");
  }

  public static int udp() {
    return tcp();
  }

  private static boolean listens(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, LOOPBACK)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /// First of `count` media ports in a row; even. A switch binds its ports only with the first
  /// call, so what was given out here is given out again only once all are.
  public static synchronized int range(int count) {
    if (count <= SMALL) {
      return small(count);
    }
    for (int round = 0; round < 2; round++) {
      for (int first = MINE; first + count <= MINE + MEDIA_SHARE - SMALL_SHARE; first += 2) {
        if (!given(first, count) && free(first, count)) {
          GIVEN.set(first, first + count);
          return first;
        }
      }
      // Those of switches that have ended long ago.
      GIVEN.clear();
    }
    throw new IllegalStateException("no " + count + " media ports in a row are free");
  }

  /// Of telephones, at the end of the share.
  private static int small(int count) {
    int begin = MINE + MEDIA_SHARE - SMALL_SHARE;
    for (int tries = 0; tries < 500; tries++) {
      int first = begin + 2 * ThreadLocalRandom.current().nextInt((SMALL_SHARE - count) / 2);
      if (free(first, count)) {
        return first;
      }
    }
    throw new IllegalStateException("no " + count + " media ports of telephones are free");
  }

  private static boolean given(int first, int count) {
    int next = GIVEN.nextSetBit(first);
    return next >= 0 && next < first + count;
  }

  private static boolean free(int first, int count) {
    for (int port = first; port < first + count; port++) {
      try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(LOOPBACK, port))) {
        if (!socket.isBound()) {
          return false;
        }
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }
}
