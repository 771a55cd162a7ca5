package org.ariane.ops.config;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Ports on loopback by which the parts that `ops/run` starts find each other. Chosen once per data
/// folder and kept while they are free. Written as `KEY=VALUE` lines for the shell.
///
/// @param rtpStart first of the UDP ports for voice
public record RuntimePorts(int redis, int agi, int ami, int switchHttp, int rtpStart, int rtpEnd) {
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 29_999;
  private static final int RTP_LOWEST = 10_000;
  private static final int RTP_HIGHEST = 32_000;
  private static final int TRIES = 200;

  /// Reads what `prepare` wrote.
  public static RuntimePorts read(Path file) throws IOException {
    Map<String, String> values = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        values.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    try {
      return new RuntimePorts(
          Integer.parseInt(values.getOrDefault("REDIS_PORT", "")),
          Integer.parseInt(values.getOrDefault("AGI_PORT", "")),
          Integer.parseInt(values.getOrDefault("AMI_PORT", "")),
          Integer.parseInt(values.getOrDefault("ASTERISK_HTTP_PORT", "")),
          Integer.parseInt(values.getOrDefault("RTP_START", "")),
          Integer.parseInt(values.getOrDefault("RTP_END", "")));
    } catch (NumberFormatException e) {
      throw new IOException(file + " is damaged; delete it to have ports chosen anew", e);
    }
  }

  /// Keeps the ports of the last run where they are free, else chooses others.
  ///
  /// @param media how many UDP ports voice needs
  static RuntimePorts choose(Path last, RandomGenerator random, int media) throws IOException {
    if (Files.exists(last)) {
      RuntimePorts kept = read(last);
      if (kept.free() && kept.rtpEnd() - kept.rtpStart() + 1 >= media) {
        return kept;
      }
    }
    for (int attempt = 0; attempt < TRIES; attempt++) {
      int base = random.nextInt(LOWEST, HIGHEST - 4);
      int rtp = RTP_LOWEST + 2 * random.nextInt((RTP_HIGHEST - RTP_LOWEST - media) / 2);
      RuntimePorts ports =
          new RuntimePorts(base, base + 1, base + 2, base + 3, rtp, rtp + media - 1);
      if (ports.free()) {
        return ports;
      }
    }
    throw new IOException("no free ports between " + LOWEST + " and " + HIGHEST);
  }

  void write(Path file, boolean externalRedis) throws IOException {
    DataFolder.write(
        file,
        """
        REDIS_PORT=%d
        REDIS_EXTERNAL=%d
        AGI_PORT=%d
        AMI_PORT=%d
        ASTERISK_HTTP_PORT=%d
        RTP_START=%d
        RTP_END=%d
        """
            .formatted(redis, externalRedis ? 1 : 0, agi, ami, switchHttp, rtpStart, rtpEnd));
  }

  private boolean free() {
    return tcpFree(redis)
        && tcpFree(agi)
        && tcpFree(ami)
        && tcpFree(switchHttp)
        && udpFree(rtpStart)
        && udpFree(rtpEnd);
  }

  private static boolean tcpFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean udpFree(int port) {
    try (DatagramSocket socket = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
