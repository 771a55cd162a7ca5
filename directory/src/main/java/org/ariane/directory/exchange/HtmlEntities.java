package org.ariane.directory.exchange;

import java.util.Map;
import java.util.Optional;

/// `&eacute;`, `&#233;` and `&#xE9;`. Names are those that pages in the languages we serve use;
/// others stay as they are.
final class HtmlEntities {
  private static final int LONGEST = 10;
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("rsquo", "’"),
          Map.entry("lsquo", "‘"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("laquo", "«"),
          Map.entry("raquo", "»"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("hellip", "…"),
          Map.entry("bull", "•"),
          Map.entry("euro", "€"),
          Map.entry("deg", "°"),
          Map.entry("eacute", "é"),
          Map.entry("egrave", "è"),
          Map.entry("ecirc", "ê"),
          Map.entry("euml", "ë"),
          Map.entry("agrave", "à"),
          Map.entry("acirc", "â"),
          Map.entry("auml", "ä"),
          Map.entry("ccedil", "ç"),
          Map.entry("icirc", "î"),
          Map.entry("iuml", "ï"),
          Map.entry("ocirc", "ô"),
          Map.entry("ouml", "ö"),
          Map.entry("ugrave", "ù"),
          Map.entry("ucirc", "û"),
          Map.entry("uuml", "ü"),
          Map.entry("oelig", "œ"),
          Map.entry("szlig", "ß"),
          Map.entry("Eacute", "É"),
          Map.entry("Egrave", "È"),
          Map.entry("Agrave", "À"),
          Map.entry("Ccedil", "Ç"));

  private HtmlEntities() {}

  static String decoded(String text) {
    StringBuilder decoded = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char here = text.charAt(at);
      int end = here == '&' ? end(text, at) : -1;
      Optional<String> character =
          end < 0 ? Optional.empty() : character(text.substring(at + 1, end));
      decoded.append(character.orElse(String.valueOf(here)));
      at = character.isPresent() ? end + 1 : at + 1;
    }
    return decoded.toString();
  }

  private static int end(String text, int ampersand) {
    int last = Math.min(text.length(), ampersand + LONGEST);
    for (int at = ampersand + 1; at < last; at++) {
      if (text.charAt(at) == ';') {
        return at;
      }
    }
    return -1;
  }

  private static Optional<String> character(String name) {
    if (!name.startsWith("#")) {
      return Optional.ofNullable(NAMED.get(name));
    }
    boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
    try {
      int point = Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
      return Character.isValidCodePoint(point)
          ? Optional.of(Character.toString(point))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
