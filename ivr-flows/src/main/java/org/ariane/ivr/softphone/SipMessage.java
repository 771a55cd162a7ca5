package org.ariane.ivr.softphone;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One SIP message as a softphone writes it. Read more strictly than RFC 3261 asks: what two
/// readers could understand differently is no message. So there is printable ASCII only, each
/// header once and under its long name, no folded lines, and a body exactly as long as it says:
/// behind it another message could hide, which the switch would read.
///
/// @param headers by name in lower case
record SipMessage(String start, Map<String, String> headers) {
  private static final Pattern HEADER = Pattern.compile("([A-Za-z][A-Za-z-]+): ?(.*)");
  private static final Pattern REQUEST = Pattern.compile("([A-Z]{3,12}) (sips?:[^ ]+) SIP/2\\.0");
  private static final Pattern ANSWER = Pattern.compile("SIP/2\\.0 [1-6]\\d\\d [^\r\n]*");
  private static final Set<String> KNOWN =
      Set.of(
          "via",
          "max-forwards",
          "from",
          "to",
          "call-id",
          "cseq",
          "contact",
          "expires",
          "allow",
          "supported",
          "accept",
          "user-agent",
          "server",
          "content-type",
          "content-length",
          "authorization",
          "reason",
          "warning",
          "unsupported",
          "require",
          "retry-after",
          "session-expires",
          "min-se");

  SipMessage {
    headers = Map.copyOf(headers);
  }

  /// Empty where it is none, or not as strict as demanded.
  static Optional<SipMessage> parse(String text) {
    int end = text.indexOf("\r\n\r\n");
    if (end < 0 || !printable(text)) {
      return Optional.empty();
    }
    String[] lines = text.substring(0, end).split("\r\n", -1);
    Map<String, String> headers = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      Matcher header = HEADER.matcher(lines[i]);
      if (!header.matches()) {
        return Optional.empty();
      }
      String name = header.group(1).toLowerCase(Locale.ROOT);
      if (!KNOWN.contains(name) || headers.put(name, header.group(2)) != null) {
        return Optional.empty();
      }
    }
    int body = text.length() - end - 4;
    return Optional.of(new SipMessage(lines[0], headers))
        .filter(message -> message.header("content-length").equals("" + body))
        .filter(message -> message.isAnswer() || message.method().isPresent());
  }

  /// A loop, since a regular expression for it overflows the stack with a long body.
  private static boolean printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      boolean lineEnd = sign == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (lineEnd) {
        i++;
      } else if (sign < ' ' || sign > '~') {
        return false;
      }
    }
    return true;
  }

  boolean isAnswer() {
    return ANSWER.matcher(start).matches();
  }

  /// Empty for an answer, and where the two places that name it differ.
  Optional<String> method() {
    Matcher request = REQUEST.matcher(start);
    return request.matches() && header("cseq").matches("\\d{1,10} " + request.group(1))
        ? Optional.of(request.group(1))
        : Optional.empty();
  }

  /// Empty where it is missing.
  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /// Whether it belongs to a call that stands.
  boolean withinCall() {
    return header("to").matches(".*>;tag=[^;,<> ]+(?:;.*)?");
  }
}
