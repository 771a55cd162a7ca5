package org.ariane.ops.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A telephone of a benchmark: one call at a time, made or taken, by SIP over UDP on loopback, with
/// a [WireVoice]. It answers at once, so that nothing of what is measured is its own.
final class WirePhone implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final DatagramSocket socket;
  private final int switchPort;
  private final String user;
  private final WireVoice voice;
  private final LinkedBlockingQueue<WireMessage> answers = new LinkedBlockingQueue<>();
  private int calls;
  private volatile String callId = "";
  private volatile WireMessage accepted = new WireMessage("");
  private volatile long invited;

  WirePhone(int switchPort, String user, WireVoice voice) throws IOException {
    this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    this.switchPort = switchPort;
    this.user = user;
    this.voice = voice;
    Thread.ofPlatform().daemon().name("bench-telephone").start(this::listen);
  }

  WireVoice voice() {
    return voice;
  }

  /// When a call last came in, as of [System#nanoTime]; 0 since [#expects].
  long invited() {
    return invited;
  }

  /// From now on the next call counts.
  void expects() {
    invited = 0;
    voice.begin(0);
    voice.end();
  }

  void register(String password) throws IOException, InterruptedException {
    String uri = "sip:127.0.0.1:" + switchPort;
    callId = "r" + System.nanoTime();
    send(request("REGISTER", uri, uri(user), 1, "Expires: 3600\r\n", ""));
    WireMessage asked = answer();
    String realm = asked.quoted("WWW-Authenticate", "realm");
    String nonce = asked.quoted("WWW-Authenticate", "nonce");
    String proof =
        md5(
            md5(user + ":" + realm + ":" + password)
                + ":"
                + nonce
                + ":00000001:bench:auth:"
                + md5("REGISTER:" + uri));
    send(
        request(
            "REGISTER",
            uri,
            uri(user),
            2,
            ("Expires: 3600\r\nAuthorization: Digest username=\"%s\",realm=\"%s\",nonce=\"%s\","
                    + "uri=\"%s\",response=\"%s\",algorithm=MD5,qop=auth,nc=00000001,"
                    + "cnonce=\"bench\",opaque=\"%s\"\r\n")
                .formatted(
                    user, realm, nonce, uri, proof, asked.quoted("WWW-Authenticate", "opaque")),
            ""));
    if (answer().status() != 200) {
      throw new IOException(user + " could not register");
    }
  }

  /// Calls and returns when somebody has answered.
  void call(String number) throws IOException, InterruptedException {
    callId = "c" + calls++ + "-" + System.nanoTime();
    String uri = "sip:" + number + "@127.0.0.1:" + switchPort;
    send(request("INVITE", uri, "<" + uri + ">", 1, "", description()));
    accepted = answer();
    if (accepted.status() != 200) {
      throw new IOException(number + " was answered: " + accepted.status());
    }
    voice.begin(accepted.audioPort());
    send(request("ACK", accepted.address("Contact"), accepted.value("To"), 1, "", ""));
  }

  void hangUp() throws IOException, InterruptedException {
    voice.end();
    send(request("BYE", accepted.address("Contact"), accepted.value("To"), 2, "", ""));
    answer();
  }

  private WireMessage answer() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      WireMessage next = answers.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        throw new IOException("the switch does not answer " + user);
      }
      if (next.status() >= 200 && next.value("Call-ID").equals(callId)) {
        return next;
      }
    }
  }

  private String request(
      String method, String uri, String to, int sequence, String headers, String body) {
    return """
    %s %s SIP/2.0
    Via: SIP/2.0/UDP 127.0.0.1:%d;rport;branch=z9hG4bK%s%s
    Max-Forwards: 70
    From: %s;tag=%s
    To: %s
    Call-ID: %s
    CSeq: %d %s
    Contact: %s
    """
            .formatted(
                method,
                uri,
                here(),
                callId,
                method + sequence,
                uri(user),
                callId,
                to,
                callId,
                sequence,
                method,
                contact())
            .replace("\n", "\r\n")
        + headers
        + content(body);
  }

  private static String content(String body) {
    return (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n")
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private String description() {
    return """
    v=0
    o=bench 1 1 IN IP4 127.0.0.1
    s=-
    c=IN IP4 127.0.0.1
    t=0 0
    m=audio %d RTP/AVP 0 101
    a=rtpmap:0 PCMU/8000
    a=rtpmap:101 telephone-event/8000
    a=fmtp:101 0-16
    a=sendrecv
    """
        .formatted(voice.port())
        .replace("\n", "\r\n");
  }

  private int here() {
    return socket.getLocalPort();
  }

  private String uri(String name) {
    return "<sip:" + name + "@127.0.0.1:" + switchPort + ">";
  }

  private String contact() {
    return "<sip:" + user + "@127.0.0.1:" + here() + ">";
  }

  private void send(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    socket.send(
        new DatagramPacket(
            bytes,
            bytes.length,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), switchPort)));
  }

  private void listen() {
    byte[] room = new byte[8_192];
    try {
      while (!socket.isClosed()) {
        DatagramPacket packet = new DatagramPacket(room, room.length);
        socket.receive(packet);
        heard(
            new WireMessage(new String(room, 0, packet.getLength(), StandardCharsets.ISO_8859_1)));
      }
    } catch (IOException e) {
      if (!socket.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void heard(WireMessage message) throws IOException {
    if (message.status() > 0) {
      answers.add(message);
    } else if (message.asks("INVITE")) {
      if (invited == 0) {
        invited = System.nanoTime();
        voice.begin(message.audioPort());
      }
      reply(message, "200 OK", description());
    } else if (!message.asks("ACK")) {
      reply(message, "200 OK", "");
      if (message.asks("BYE")) {
        voice.end();
      }
    }
  }

  private void reply(WireMessage to, String status, String body) throws IOException {
    String repeated =
        Stream.of("Via", "From", "Call-ID", "CSeq")
            .flatMap(header -> to.lines(header).stream())
            .collect(Collectors.joining("\r\n", "", "\r\n"));
    String tag = to.value("To").contains("tag=") ? "" : ";tag=" + user;
    send(
        "SIP/2.0 "
            + status
            + "\r\n"
            + repeated
            + "To: "
            + to.value("To")
            + tag
            + "\r\nContact: "
            + contact()
            + "\r\n"
            + content(body));
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    socket.close();
    voice.close();
  }
}
