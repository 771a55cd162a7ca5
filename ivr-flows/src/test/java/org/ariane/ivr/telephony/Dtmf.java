package org.ariane.ivr.telephony;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Keys as a recording that SIPp plays (RFC 4733 events, payload type 101). Those that come with
/// SIPp repeat their sequence numbers and times, so that a switch takes a second key for an echo.
final class Dtmf {
  /// How long one key takes, with the silence after it.
  static final Duration EACH = Duration.ofMillis(300);

  private static final int PACKETS = 10;
  private static final int SAMPLES_EACH = 2_400;
  private static final int BYTES = 14 + 20 + 8 + 12 + 4;

  private Dtmf() {}

  /// @param before how many keys were pressed earlier in the same call
  static Path recording(String keys, int before) {
    ByteBuffer pcap =
        ByteBuffer.allocate(24 + keys.length() * PACKETS * (16 + BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    pcap.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4);
    pcap.putInt(0).putInt(0).putInt(65_535).putInt(1);
    for (int i = 0; i < keys.length(); i++) {
      for (int packet = 0; packet < PACKETS; packet++) {
        long micros = i * EACH.toNanos() / 1_000 + packet * 20_000L;
        pcap.putInt((int) (micros / 1_000_000)).putInt((int) (micros % 1_000_000));
        pcap.putInt(BYTES).putInt(BYTES);
        frame(pcap, keys.charAt(i), before + i, packet);
      }
    }
    try {
      Path file = Files.createTempFile("keys", ".pcap");
      file.toFile().deleteOnExit();
      return Files.write(file, pcap.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void frame(ByteBuffer pcap, char key, int index, int packet) {
    ByteBuffer frame = ByteBuffer.allocate(BYTES);
    frame.position(12).putShort((short) 0x0800);
    frame.put((byte) 0x45).put((byte) 0).putShort((short) (BYTES - 14)).putInt(0);
    frame.put((byte) 64).put((byte) 17).putShort((short) 0).putInt(0x7f000001).putInt(0x7f000001);
    frame.putShort((short) 6_000).putShort((short) 6_000).putShort((short) (BYTES - 34));
    frame.putShort((short) 0);
    int last = PACKETS - 3;
    frame.put((byte) 0x80).put((byte) 101).putShort((short) (100 + index * 20 + packet));
    frame.putInt(10_000 + index * SAMPLES_EACH).putInt(0x0e05384e);
    frame.put((byte) "0123456789*#".indexOf(key)).put((byte) (packet >= last ? 0x8a : 0x0a));
    frame.putShort((short) (160 * Math.min(packet + 1, last + 1)));
    pcap.put(frame.array());
  }
}
