package org.ariane.ivr.softphone;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Lets through what belongs to one account: its registration, and its part in calls that the
/// switch placed. It places no call, passes none on (REFER), and speaks for nobody else.
public final class Gate {
  private static final Set<String> WITHIN_A_CALL = Set.of("INVITE", "ACK", "BYE", "INFO");
  private static final Set<String> BODIES = Set.of("", "application/sdp", "application/dtmf-relay");

  /// RFC 5626: the switch asks each 90 seconds, the browser answers.
  private static final Set<String> KEEP_ALIVE = Set.of("\r\n", "\r\n\r\n");

  private static final Verdict PASS = new Verdict.Pass();

  private static final List<String> ECHOED = List.of("Via", "From", "To", "Call-ID", "CSeq");

  private final String account;
  private final Pattern party;
  private final Pattern contact;

  /// @param account the user of its SIP addresses
  public Gate(String account) {
    this.account = account;
    String own = "<sip:" + Pattern.quote(account) + "@[A-Za-z0-9.:;=-]+>";
    this.party = Pattern.compile("(?:\"[^\"\\\\<>,]*\" ?)?" + own + "(?:;[^<>,]*)?");
    this.contact = Pattern.compile(own + "(?:;[^,]*)?");
  }

  /// Judges one frame.
  public Verdict judge(String frame) {
    if (KEEP_ALIVE.contains(frame)) {
      return PASS;
    }
    Optional<SipMessage> read = SipMessage.parse(frame);
    if (read.isEmpty()) {
      return new Verdict.Break("not-sip");
    }
    SipMessage message = read.get();
    if (!BODIES.contains(message.header("content-type"))) {
      return new Verdict.Break("other-body");
    }
    return message
        .method()
        .map(method -> request(method, message))
        .orElseGet(() -> answer(message));
  }

  private Verdict answer(SipMessage message) {
    return own(message.header("to")) && ownContact(message)
        ? PASS
        : new Verdict.Break("other-account");
  }

  private Verdict request(String method, SipMessage message) {
    if (!own(message.header("from")) || !ownContact(message) || !ownCredentials(message)) {
      return refuse(message, "other-account");
    }
    if (method.equals("REGISTER")) {
      return own(message.header("to")) ? PASS : refuse(message, "other-account");
    }
    if (!WITHIN_A_CALL.contains(method)) {
      return refuse(message, "method");
    }
    return message.withinCall() ? PASS : refuse(message, "places-a-call");
  }

  private boolean own(String address) {
    return party.matcher(address).matches();
  }

  private boolean ownContact(SipMessage message) {
    String address = message.header("contact");
    return address.isEmpty() || contact.matcher(address).matches();
  }

  private boolean ownCredentials(SipMessage message) {
    String credentials = message.header("authorization");
    boolean hers =
        credentials.startsWith("Digest ")
            && credentials.split("username=", -1).length == 2
            && credentials.contains("username=\"" + account + "\"");
    return hers || credentials.isEmpty();
  }

  /// An ACK is never answered.
  private static Verdict refuse(SipMessage message, String why) {
    if (message.start().startsWith("ACK ")) {
      return new Verdict.Break(why);
    }
    StringBuilder text = new StringBuilder("SIP/2.0 403 Forbidden\r\n");
    for (String name : ECHOED) {
      String value = message.header(name.toLowerCase(Locale.ROOT));
      boolean unnamed = name.equals("To") && !message.withinCall();
      text.append(name)
          .append(": ")
          .append(value)
          .append(unnamed ? ";tag=door" : "")
          .append("\r\n");
    }
    return new Verdict.Refuse(text.append("Content-Length: 0\r\n\r\n").toString(), why);
  }
}
