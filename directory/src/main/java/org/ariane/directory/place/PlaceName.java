package org.ariane.directory.place;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A name of a place as it is compared: without accents, case, hyphens, apostrophes and articles,
/// with `saint`, `sainte`, `sur` and `sous` in one spelling. `L'Haÿ-les-Roses` and `hay les roses`
/// are one name, and so are `St Denis` and `Saint-Denis`.
///
/// @param key what is compared; empty where nothing is left
/// @param letters one bit for each letter in it, so that most names are told apart without a look
record PlaceName(String key, int letters) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> ARTICLES =
      Set.of("le", "la", "les", "l", "de", "du", "des", "d", "het", "den", "der", "t", "s");
  private static final Map<String, String> SPELLINGS =
      Map.of(
          "saint", "st", "sint", "st", "sainte", "ste", "saints", "sts", "sur", "s", "sous", "ss");

  static PlaceName of(String text) {
    String lower =
        text.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae").replace("ß", "ss");
    String plain = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    String[] words = BREAKS.split(plain.replace("s/", "sur "), -1);
    String key = joined(words, false);
    // A place may be called by an article alone, as Y or Le.
    return of(key.isEmpty() ? joined(words, true) : key, 0);
  }

  private static PlaceName of(String key, int from) {
    int letters = from;
    for (int i = 0; i < key.length(); i++) {
      letters |= 1 << (key.charAt(i) & 31);
    }
    return new PlaceName(key, letters);
  }

  private static String joined(String[] words, boolean withArticles) {
    return Arrays.stream(words)
        .filter(word -> withArticles || !ARTICLES.contains(word))
        .map(word -> SPELLINGS.getOrDefault(word, word))
        .collect(Collectors.joining());
  }

  /// How many slips of the pen are forgiven: none up to three letters, one up to six, then two.
  int forgiven() {
    return key.length() <= 3 ? 0 : key.length() <= 6 ? 1 : 2;
  }

  /// Letters left out, added, changed, or two neighbours turned round (optimal string alignment);
  /// `most` + 1 where there are more than `most`.
  int slips(PlaceName other, int most) {
    if (key.equals(other.key)) {
      return 0;
    }
    if (Math.abs(key.length() - other.key.length()) > most
        || Integer.bitCount(letters ^ other.letters) > 2 * most) {
      return most + 1;
    }
    return Math.min(most + 1, alignment(key, other.key, most));
  }

  private static int alignment(String one, String two, int most) {
    int[] before = new int[two.length() + 1];
    int[] above = new int[two.length() + 1];
    int[] row = new int[two.length() + 1];
    Arrays.setAll(above, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= two.length(); j++) {
        int change = one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1;
        int cost = Math.min(Math.min(above[j], row[j - 1]) + 1, above[j - 1] + change);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == two.charAt(j - 2)
            && one.charAt(i - 2) == two.charAt(j - 1)) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        row[j] = cost;
        least = Math.min(least, cost);
      }
      if (least > most) {
        return most + 1;
      }
      int[] free = before;
      before = above;
      above = row;
      row = free;
    }
    return above[two.length()];
  }
}
