package org.ariane.ivr.asterisk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether a telephone still answers SIP: asked by `OPTIONS` (RFC 3261, 11), outside of its call,
/// so that nothing comes of it. Any answer is a sign of life, also a refusal. Only a telephone that
/// answered before is ever taken for gone; many never do.
final class SipPing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SipPing.class);

  /// By UDP to an address; what needs a name or another transport is not asked.
  private static final Pattern TARGET =
      Pattern.compile(
          "sip:(?:[^@<>\"\\s]{1,80}@)?([0-9.]{7,15})(?::([0-9]{1,5}))?(;[\\x21-\\x7e&&[^<>\"]]{0,100})?");

  private static final int STANDARD_PORT = 5060;

  /// By these somebody on the way says that he cannot reach it.
  private static final Pattern ALIVE =
      Pattern.compile("SIP/2\\.0 (?!408|480|503|504)[1-6][0-9]{2} .*", Pattern.DOTALL);

  /// Questions in a row, each sent twice.
  private static final int UNANSWERED = 3;

  private static final Random RANDOM = new SecureRandom();

  private final DatagramChannel channel;
  private final String target;
  private boolean answers;
  private boolean asked;
  private int missing;
  private int sequence;

  private SipPing(DatagramChannel channel, String target) {
    this.channel = channel;
    this.target = target;
  }

  /// Empty where the telephone cannot be asked.
  ///
  /// @param target its own SIP URI
  static Optional<SipPing> of(String target) {
    return address(target).flatMap(telephone -> open(telephone, target));
  }

  private static Optional<InetSocketAddress> address(String target) {
    Matcher uri = TARGET.matcher(target);
    return uri.matches() && !target.toLowerCase(Locale.ROOT).matches(".*transport=(?!udp).*")
        ? Ami.address(
            uri.group(1) + ":" + Optional.ofNullable(uri.group(2)).orElse(STANDARD_PORT + ""))
        : Optional.empty();
  }

  private static Optional<SipPing> open(InetSocketAddress telephone, String target) {
    try {
      DatagramChannel channel = DatagramChannel.open();
      try {
        channel.configureBlocking(false);
        channel.connect(telephone);
        return Optional.of(new SipPing(channel, target));
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      LOG.debug("no socket to ask whether a telephone is there", e);
      return Optional.empty();
    }
  }

  /// Asks again, having noted what came of the question before.
  void ask() {
    if (heard()) {
      answers = true;
      missing = 0;
    } else if (asked) {
      missing++;
    }
    sequence++;
    ByteBuffer question = ByteBuffer.wrap(question().getBytes(StandardCharsets.US_ASCII));
    asked = true;
    for (int copy = 0; copy < 2; copy++) {
      try {
        channel.write(question.rewind());
      } catch (IOException _) {
        // As good as lost on the way.
      }
    }
  }

  /// It sends voice: nothing needs to be asked.
  void rest() {
    asked = false;
    missing = 0;
  }

  boolean gone() {
    return answers && missing >= UNANSWERED;
  }

  private boolean heard() {
    boolean alive = false;
    ByteBuffer answer = ByteBuffer.allocate(2_048);
    while (true) {
      answer.clear();
      try {
        if (channel.read(answer) <= 0) {
          return alive;
        }
      } catch (IOException _) {
        // Refused: the next read tells of another datagram, or of none.
        return alive;
      }
      String text = new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
      alive |= ALIVE.matcher(text).matches();
    }
  }

  private String question() {
    String me = here();
    return """
    OPTIONS %1$s SIP/2.0
    Via: SIP/2.0/UDP %2$s;rport;branch=z9hG4bK%3$s
    Max-Forwards: 20
    From: <sip:ariane@%2$s>;tag=%4$s
    To: <%1$s>
    Call-ID: %4$s
    CSeq: %5$d OPTIONS
    Contact: <sip:ariane@%2$s>
    Accept: application/sdp
    Content-Length: 0

    """
        .formatted(target, me, hex(), hex(), sequence)
        .replace("\n", "\r\n");
  }

  private String here() {
    try {
      return channel.getLocalAddress() instanceof InetSocketAddress here
          ? here.getAddress().getHostAddress() + ":" + here.getPort()
          : "127.0.0.1";
    } catch (IOException _) {
      return "127.0.0.1";
    }
  }

  private static String hex() {
    byte[] bytes = new byte[8];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException _) {
      answers = false;
    }
  }
}
