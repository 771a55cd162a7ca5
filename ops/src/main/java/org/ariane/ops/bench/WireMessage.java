package org.ariane.ops.bench;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A SIP message, read as far as a benchmark's telephone needs it.
record WireMessage(String text) {
  private static final Pattern STATUS = Pattern.compile("SIP/2\\.0 ([1-6][0-9]{2}) ");
  private static final Pattern AUDIO = Pattern.compile("(?m)^m=audio ([0-9]{1,5}) ");

  /// 0 where it is a request.
  int status() {
    Matcher line = STATUS.matcher(text);
    return line.lookingAt() ? Integer.parseInt(line.group(1)) : 0;
  }

  boolean asks(String method) {
    return text.startsWith(method + " ");
  }

  /// Lines of a header, in order, whole.
  List<String> lines(String header) {
    return text.lines()
        .filter(line -> line.regionMatches(true, 0, header + ":", 0, header.length() + 1))
        .toList();
  }

  /// The value of a header; empty text where there is none.
  String value(String header) {
    return lines(header).stream()
        .findFirst()
        .map(line -> line.substring(header.length() + 1).strip())
        .orElse("");
  }

  /// The quoted value of a part of a header, as `realm="…"`.
  String quoted(String header, String name) {
    Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(value(header));
    return found.find() ? found.group(1) : "";
  }

  /// The address between angle brackets.
  String address(String header) {
    return value(header).replaceAll(".*<([^>]*)>.*", "$1");
  }

  /// Where the other side wants to be spoken to; 0 where it does not say.
  int audioPort() {
    Matcher line = AUDIO.matcher(text);
    return line.find() ? Integer.parseInt(line.group(1)) : 0;
  }
}
