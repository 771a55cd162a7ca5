package org.ariane.ivr.asterisk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/// Whether a telephone's media socket is closed, as its machine says when a datagram comes (RFC
/// 1122, 3.2.2.1); one byte, too short to be voice, so that a telephone that is there passes it
/// over. Only a plain "port unreachable" counts; a machine that is gone says nothing. A firewall
/// may say the same for a telephone that is there, so the first answer is taken while the telephone
/// is known to be there: where it already says closed, nothing that it says later is believed.
final class MediaSocket implements AutoCloseable {
  private final DatagramChannel channel;
  private boolean trusted = true;

  private MediaSocket(DatagramChannel channel) {
    this.channel = channel;
  }

  /// @throws IOException where no socket can be had
  static MediaSocket of(InetSocketAddress telephone) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    try {
      channel.configureBlocking(false);
      channel.connect(telephone);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return new MediaSocket(channel);
  }

  /// Asked twice or more, at some distance, while the telephone is certainly there.
  void calibrate() {
    if (refused()) {
      trusted = false;
    }
  }

  boolean closed() {
    return trusted && refused();
  }

  /// The answer to one datagram shows at the next call; so it takes two.
  private boolean refused() {
    try {
      channel.read(ByteBuffer.allocate(1));
      channel.write(ByteBuffer.allocate(1));
      return false;
    } catch (PortUnreachableException _) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException _) {
      trusted = false;
    }
  }
}
