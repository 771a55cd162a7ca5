package org.ariane.ivr.telephony;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says to the switch whatever it is told to, byte by byte, as no honest telephone would.
final class RawSip implements AutoCloseable {
  static final String SDP =
      """
      v=0
      o=u 1 1 IN IP4 127.0.0.1
      s=-
      c=IN IP4 127.0.0.1
      t=0 0
      m=audio 9 RTP/AVP 0 101
      a=rtpmap:101 telephone-event/8000
      """
          .replace("\n", "\r\n");
  private static final Duration ANSWER = Duration.ofMillis(1_500);

  private final DatagramSocket socket;
  private final InetSocketAddress target;
  private int calls;
  private int sequence;
  private String tag = "";

  RawSip(int sipPort) {
    try {
      socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      target = new InetSocketAddress(InetAddress.getLoopbackAddress(), sipPort);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String caller() {
    return "<sip:+33612345678@127.0.0.1>";
  }

  /// The final status of a new call; empty where nobody answers.
  ///
  /// @param headers more lines, each with its line break
  Optional<Integer> invite(String uri, String from, String headers, String body) {
    calls++;
    sequence = 1;
    return status(message("INVITE", uri, from, headers, body), "INVITE");
  }

  /// An answered call ends; what is not answered is given up.
  void end(String from) {
    sequence++;
    status(message("BYE", "sip:3919@127.0.0.1", from, "", ""), "BYE");
    tag = "";
  }

  /// Something within the call.
  Optional<Integer> within(String method, String from, String headers, String body) {
    sequence++;
    return status(message(method, "sip:3919@127.0.0.1", from, headers, body), method);
  }

  /// The same call again with the credentials of a telephone.
  Optional<Integer> inviteAs(String user, String password, String uri) {
    String from = "<sip:" + user + "@127.0.0.1>";
    calls++;
    sequence = 1;
    String refused = exchange(message("INVITE", uri, from, "", SDP), "INVITE").orElse("");
    acknowledge(uri, from);
    String realm = parameter(refused, "realm");
    String nonce = parameter(refused, "nonce");
    String opaque = parameter(refused, "opaque");
    String response =
        md5(
            md5(user + ":" + realm + ":" + password)
                + ":"
                + nonce
                + ":00000001:c:auth:"
                + md5("INVITE:" + uri));
    sequence++;
    tag = "";
    return status(
        message(
            "INVITE",
            uri,
            from,
            ("Authorization: Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", opaque=\"%s\","
                    + " qop=auth, nc=00000001, cnonce=\"c\", algorithm=MD5, response=\"%s\"\r\n")
                .formatted(user, realm, nonce, uri, opaque, response),
            SDP),
        "INVITE");
  }

  private static String parameter(String message, String name) {
    Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(message);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String message(String method, String uri, String from, String headers, String body) {
    String to = "<sip:3919@127.0.0.1>" + (tag.isEmpty() ? "" : ";tag=" + tag);
    return method
        + " "
        + uri
        + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:"
        + socket.getLocalPort()
        + ";rport;branch=z9hG4bK"
        + socket.getLocalPort()
        + "-"
        + calls
        + "-"
        + sequence
        + method
        + "\r\nFrom: "
        + from
        + ";tag=t"
        + calls
        + "\r\nTo: "
        + to
        + "\r\nCall-ID: raw-"
        + calls
        + "-"
        + socket.getLocalPort()
        + "\r\nCSeq: "
        + sequence
        + " "
        + (method.equals("ACK") ? "ACK" : method)
        + "\r\nContact: <sip:x@127.0.0.1:"
        + socket.getLocalPort()
        + ">\r\nMax-Forwards: 70\r\n"
        + headers
        + (body.isEmpty() || headers.contains("Content-Type")
            ? ""
            : "Content-Type: application/sdp\r\n")
        + "Content-Length: "
        + body.getBytes(StandardCharsets.ISO_8859_1).length
        + "\r\n\r\n"
        + body;
  }

  private Optional<Integer> status(String message, String method) {
    Optional<String> answer = exchange(message, method);
    if (method.equals("INVITE") && answer.isPresent()) {
      acknowledge("sip:3919@127.0.0.1", from(message));
    }
    return answer.map(text -> Integer.parseInt(text.substring(8, 11)));
  }

  private static String from(String message) {
    int start = message.indexOf("\r\nFrom: ") + 8;
    return message.substring(start, message.indexOf(";tag=t", start));
  }

  private void acknowledge(String uri, String from) {
    send(message("ACK", uri, from, "", ""));
  }

  private void send(String message) {
    try {
      byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
      socket.send(new DatagramPacket(bytes, bytes.length, target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The first final answer to what was sent.
  private Optional<String> exchange(String message, String method) {
    send(message);
    byte[] buffer = new byte[65_535];
    long end = System.nanoTime() + ANSWER.toNanos();
    try {
      while (System.nanoTime() < end) {
        socket.setSoTimeout((int) Math.max(1, (end - System.nanoTime()) / 1_000_000));
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        String text =
            new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
        boolean mine =
            text.contains("raw-" + calls + "-") && text.contains(sequence + " " + method);
        if (mine && text.startsWith("SIP/2.0 ") && text.charAt(8) != '1') {
          Matcher to = Pattern.compile("(?m)^To:.*;tag=([^\\r;]+)").matcher(text);
          tag = to.find() && text.charAt(8) == '2' ? to.group(1) : tag;
          return Optional.of(text);
        }
      }
    } catch (SocketTimeoutException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    socket.close();
  }
}
