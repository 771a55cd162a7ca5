package org.ariane.ivr.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SipPingTest {
  private DatagramSocket telephone;
  private SipPing ping;

  @BeforeEach
  void open() throws IOException {
    telephone = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    telephone.setSoTimeout(5_000);
    ping = SipPing.of("sip:phone@127.0.0.1:" + telephone.getLocalPort()).orElseThrow();
  }

  @AfterEach
  void close() {
    ping.close();
    telephone.close();
  }

  private String asked(String answer) throws IOException {
    ping.ask();
    DatagramPacket question = new DatagramPacket(new byte[2_000], 2_000);
    telephone.receive(question);
    String text =
        new String(question.getData(), 0, question.getLength(), StandardCharsets.US_ASCII);
    telephone.receive(question);
    if (!answer.isEmpty()) {
      byte[] bytes = ("SIP/2.0 " + answer + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
      telephone.send(new DatagramPacket(bytes, bytes.length, question.getSocketAddress()));
    }
    return text;
  }

  @ParameterizedTest
  @ValueSource(strings = {"200 OK", "404 Not Found", "405 Method Not Allowed", "501 What?"})
  void telephoneThatAnsweredAndNoLongerDoesIsGone(String answer) throws IOException {
    assertThat(asked(answer)).startsWith("OPTIONS sip:phone@127.0.0.1:").contains("CSeq: ");
    asked(answer);
    asked("");
    asked("");
    asked("");
    assertThat(ping.gone()).isFalse();
    asked("");
    assertThat(ping.gone()).isTrue();
  }

  @Test
  void telephoneThatNeverAnswersIsNotTakenForGone() throws IOException {
    for (int i = 0; i < 10; i++) {
      asked("");
    }
    assertThat(ping.gone()).isFalse();
  }

  @Test
  void whatSomebodyOnTheWaySaysIsNoSignOfLife() throws IOException {
    asked("200 OK");
    for (int i = 0; i < 4; i++) {
      asked("408 Request Timeout");
    }
    assertThat(ping.gone()).isTrue();
  }

  @Test
  void voiceBeginsTheCountAnew() throws IOException {
    asked("200 OK");
    for (int i = 0; i < 6; i++) {
      asked("");
      asked("");
      ping.rest();
    }
    assertThat(ping.gone()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sip:a@127.0.0.1\r\nX: y",
        "sip:a@127.0.0.1:5060;transport=ws",
        "sip:a@example.org",
        "sips:a@127.0.0.1",
        "tel:17"
      })
  void whatCannotBeAskedIsNotAsked(String target) {
    assertThat(SipPing.of(target)).isEmpty();
  }
}
