package org.ariane.directory.exchange;

import java.util.Locale;
import java.util.Set;

/// A tag of HTML, as far as plain text has to know it.
record HtmlTag(String name, boolean closes) {
  private static final Set<String> BREAKS =
      Set.of("br", "p", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "hr");
  private static final Set<String> UNREAD = Set.of("script", "style", "head", "title");
  private static final int LONGEST_NAME = 10;

  static HtmlTag of(String text, int start, int end) {
    boolean closes = text.charAt(start + 1) == '/';
    int from = start + (closes ? 2 : 1);
    int to = from;
    while (to < end && to - from < LONGEST_NAME && Character.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    return new HtmlTag(text.substring(from, to).toLowerCase(Locale.ROOT), closes);
  }

  String standsFor() {
    if (name.equals("li") && !closes) {
      return "\n- ";
    }
    return BREAKS.contains(name) ? "\n" : "";
  }

  /// Where reading goes on: after the closing tag of what is not for people, else at `from`.
  int endOfContentToSkip(String text, int from) {
    if (closes || !UNREAD.contains(name)) {
      return from;
    }
    String closing = "</" + name;
    for (int at = text.indexOf("</", from); at >= 0; at = text.indexOf("</", at + 2)) {
      if (text.regionMatches(true, at, closing, 0, closing.length())) {
        int end = text.indexOf('>', at);
        return end < 0 ? text.length() : end + 1;
      }
    }
    return text.length();
  }
}
