package org.ariane.router.redlist;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Street and house number in words that do not depend on who wrote them: French, Dutch or German,
/// number first or last, with or without abbreviations, accents, capitals, hyphens and articles.
///
/// @param street words joined by spaces; empty where there is none
/// @param number as `12bis`; of a range the first; empty where there is none
record StreetWords(String street, String number) {
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("r", "rue"),
          Map.entry("av", "avenue"),
          Map.entry("ave", "avenue"),
          Map.entry("bd", "boulevard"),
          Map.entry("bld", "boulevard"),
          Map.entry("blvd", "boulevard"),
          Map.entry("boul", "boulevard"),
          Map.entry("pl", "place"),
          Map.entry("imp", "impasse"),
          Map.entry("all", "allee"),
          Map.entry("ch", "chemin"),
          Map.entry("che", "chemin"),
          Map.entry("chm", "chemin"),
          Map.entry("rte", "route"),
          Map.entry("sq", "square"),
          Map.entry("crs", "cours"),
          Map.entry("fg", "faubourg"),
          Map.entry("fbg", "faubourg"),
          Map.entry("chee", "chaussee"),
          Map.entry("chss", "chaussee"));
  private static final Map<String, String> TITLES =
      Map.of(
          "st",
          "saint",
          "ste",
          "sainte",
          "sint",
          "saint",
          "dr",
          "docteur",
          "gal",
          "general",
          "gen",
          "general",
          "mal",
          "marechal",
          "pdt",
          "president",
          "prof",
          "professeur");
  private static final Map<String, String> ENDINGS =
      Map.of("straat", "str", "strasse", "str", "laan", "ln", "steenweg", "stwg", "plein", "pln");
  private static final Set<String> ARTICLES =
      Set.of("de", "du", "des", "la", "le", "les", "l", "d");
  private static final Set<String> UNITS =
      Set.of(
          "bus",
          "bte",
          "boite",
          "app",
          "appt",
          "apt",
          "appartement",
          "etage",
          "bat",
          "batiment",
          "escalier",
          "esc",
          "res",
          "residence",
          "chez",
          "verdieping",
          "wohnung",
          "box");
  private static final Set<String> REPEATS = Set.of("bis", "ter", "quater", "quinquies");
  private static final Set<String> MONTHS =
      Set.of(
          "janvier",
          "fevrier",
          "mars",
          "avril",
          "mai",
          "juin",
          "juillet",
          "aout",
          "septembre",
          "octobre",
          "novembre",
          "decembre");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[a-z]|bis|ter|quater|quinquies)?");

  static StreetWords of(String text) {
    List<String> words = plain(text);
    if (!words.isEmpty() && numeral(words.getFirst())) {
      return numberFirst(words);
    }
    for (int i = words.size() - 1; i > 0; i--) {
      if (numeral(words.get(i)) && !boxed(words, i)) {
        String letter = i + 1 < words.size() ? suffix(words.get(i + 1), false) : "";
        return new StreetWords(street(words.subList(0, i)), words.get(i) + letter);
      }
    }
    return new StreetWords(street(words), "");
  }

  private static StreetWords numberFirst(List<String> words) {
    int rest = 1;
    String number = words.getFirst();
    if (rest < words.size() && !suffix(words.get(rest), words.size() > 2).isEmpty()) {
      number += words.get(rest);
      rest++;
    }
    while (rest < words.size() && numeral(words.get(rest))) {
      rest++;
    }
    return new StreetWords(street(words.subList(rest, words.size())), number);
  }

  /// `r`, `l` and `d` before a street are no letters of a house.
  private static String suffix(String word, boolean streetFollows) {
    boolean letter =
        word.length() == 1
            && Character.isLetter(word.charAt(0))
            && !(streetFollows && Set.of("r", "l", "d").contains(word));
    return letter || REPEATS.contains(word) ? word : "";
  }

  /// Whether a number counts boxes or years, not houses: `12 bus 3`, `12/3`, `8 mai 1945`.
  private static boolean boxed(List<String> words, int at) {
    String before = words.get(at - 1);
    boolean second =
        at > 1 && (numeral(before) || (before.length() == 1 && numeral(words.get(at - 2))));
    boolean box = (UNITS.contains(before) || second) && !afterYear(words, at);
    return box || MONTHS.contains(before) || day(words, at);
  }

  private static boolean afterYear(List<String> words, int at) {
    return at > 1 && MONTHS.contains(words.get(at - 2));
  }

  private static boolean day(List<String> words, int at) {
    return at + 1 < words.size() && MONTHS.contains(words.get(at + 1));
  }

  private static String street(List<String> words) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (i > 0 && UNITS.contains(word) && i + 1 < words.size()) {
        break;
      }
      if (i == 0 && KINDS.containsKey(word)) {
        kept.add(KINDS.getOrDefault(word, word));
      } else if (!ARTICLES.contains(word)) {
        kept.add(ending(TITLES.getOrDefault(word, word)));
      }
    }
    return String.join(" ", kept);
  }

  private static String ending(String word) {
    for (Map.Entry<String, String> ending : ENDINGS.entrySet()) {
      if (word.endsWith(ending.getKey())) {
        return word.substring(0, word.length() - ending.getKey().length()) + ending.getValue();
      }
    }
    return word;
  }

  /// A commune's name: `Saint-Maur`, `st maur cedex` and `SAINT MAUR` are one.
  static String commune(String text) {
    List<String> kept = new ArrayList<>();
    for (String word : plain(text)) {
      if (!ARTICLES.contains(word) && !word.equals("cedex") && !numeral(word)) {
        kept.add(TITLES.getOrDefault(word, word));
      }
    }
    return String.join(" ", kept);
  }

  /// Whether a part of an address is a floor, a box or a building.
  static boolean unit(String part) {
    List<String> words = plain(part);
    return !words.isEmpty() && UNITS.contains(words.getFirst());
  }

  /// Whether a part belongs to the street before it: a house number.
  static boolean goesOn(String part) {
    List<String> words = plain(part);
    return !words.isEmpty() && numeral(words.getFirst());
  }

  private static boolean numeral(String word) {
    return NUMBER.matcher(word).matches();
  }

  private static List<String> plain(String text) {
    String bare =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replace("œ", "oe")
            .replace("æ", "ae")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    return bare.isEmpty() ? List.of() : Arrays.asList(bare.split(" ", -1));
  }
}
