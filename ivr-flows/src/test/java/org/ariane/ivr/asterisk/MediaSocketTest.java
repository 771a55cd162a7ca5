package org.ariane.ivr.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MediaSocketTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  @Test
  void closedSocketIsToldFromAnOpenOne() throws IOException {
    DatagramSocket telephone = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    try (MediaSocket socket = open(telephone)) {
      socket.calibrate();
      socket.calibrate();
      assertThat(socket.closed()).isFalse();
      telephone.close();
      await().atMost(SOON).until(socket::closed);
    }
  }

  @Test
  void machineThatAlwaysRefusesIsNotBelieved() throws IOException {
    DatagramSocket telephone = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    try (MediaSocket socket = open(telephone)) {
      telephone.close();
      await()
          .during(Duration.ofMillis(200))
          .atMost(SOON)
          .until(() -> {
            socket.calibrate();
            return true;
          });
      assertThat(socket.closed()).isFalse();
    }
  }

  @Test
  void addressesOfTheSwitchAreReadAndNothingElse() {
    assertThat(Ami.address("127.0.0.1:46000"))
        .isEqualTo(Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 46_000)));
    assertThat(Ami.address("[::1]:4000")).isPresent();
    assertThat(Ami.address("(null)")).isEmpty();
    assertThat(Ami.address("example.org:4000")).isEmpty();
    assertThat(Ami.address("127.0.0.1:0")).isEmpty();
    assertThat(Ami.address("")).isEmpty();
  }

  private static MediaSocket open(DatagramSocket telephone) throws IOException {
    return MediaSocket.of((InetSocketAddress) telephone.getLocalSocketAddress());
  }
}
