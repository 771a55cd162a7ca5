package org.ariane.ops.demo;

import io.vertx.core.json.JsonObject;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.List;
import org.ariane.ops.config.Credentials.SipLogin;

/// Someone calls 3919 without showing her number, chooses French and a person first, types her
/// postcode; an operator's telephone rings, whispers, and joins on 1.
final class CallDemo {
  private static final int OPERATOR_MEDIA = 31_000;
  private static final int CALLER_MEDIA = 31_100;
  private static final int REGISTER_MEDIA = 31_200;

  private final Stage stage;

  CallDemo(Stage stage) {
    this.stage = stage;
  }

  void play() throws Exception {
    Narrator narrator = stage.narrator();
    narrator.chapter("2. A telephone call");
    int phone = freePort();
    try (Talk desk = stage.stream("/v1/desk/stream", "operator-1");
        SipPlayer operator = SipPlayer.play("operator", phone, OPERATOR_MEDIA, List.of())) {
      desk.hear("snapshot");
      register(phone);
      narrator.step("operator-1", "has a SIP telephone, registered with a password");
      try (SipPlayer caller =
          SipPlayer.play(
              "caller",
              freePort(),
              CALLER_MEDIA,
              List.of("-s", stage.exercise().dialled(), "127.0.0.1:" + stage.sipPort()))) {
        narrator.step("caller", "dials 3919, number withheld; presses 1 (French)");
        narrator.step("caller", "presses 2 (a person first), then 94700#");
        JsonObject offer = desk.hear("offer").getJsonObject("offer");
        narrator.step(
            "server", "rings operator-1 for at most " + offer.getInteger("withinS") + " s");
        stage.because(offer.getJsonArray("reasons"));
        desk.hear("presence", frame -> "busy".equals(frame.getString("presence")));
        narrator.step("operator-1", "hears who is coming, presses 1; the dialplan joins the two");
        caller.finish();
        operator.finish();
        narrator.step("caller", "hangs up; both legs are gone");
      }
    }
  }

  private void register(int phone) throws Exception {
    SipLogin login = stage.sip("operator-1");
    try (SipPlayer registration =
        SipPlayer.play(
            "register",
            freePort(),
            REGISTER_MEDIA,
            List.of(
                "-key",
                "user",
                login.user(),
                "-key",
                "phone",
                "127.0.0.1:" + phone,
                "-au",
                login.user(),
                "-ap",
                login.password(),
                "127.0.0.1:" + stage.sipPort()))) {
      registration.finish();
    }
  }

  private static int freePort() throws SocketException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
