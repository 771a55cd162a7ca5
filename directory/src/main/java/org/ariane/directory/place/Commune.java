package org.ariane.directory.place;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A commune and a postcode of it; one with several postcodes has an entry for each.
public record Commune(String name, Postcode postcode) {
  private static final Set<String> ARTICLES =
      Set.of("le", "la", "les", "l", "de", "het", "den", "t", "s");

  public Commune {
    if (name.isBlank() || name.length() > 80) {
      throw new IllegalArgumentException("a commune's name has 1 to 80 characters");
    }
  }

  /// Whether its name can begin with these keys of a telephone (2 is a, b or c, and so on): with or
  /// without its article, accents, hyphens and blanks left out.
  public boolean startsWithKeys(String keys) {
    List<String> words =
        Arrays.stream(plain().split("[^a-z]+", -1)).filter(word -> !word.isEmpty()).toList();
    if (keys.isEmpty() || words.isEmpty()) {
      return false;
    }
    boolean article = words.size() > 1 && ARTICLES.contains(words.getFirst());
    return keys(String.join("", words)).startsWith(keys)
        || (article && keys(String.join("", words.subList(1, words.size()))).startsWith(keys));
  }

  /// Its name in lower-case ASCII, joined by hyphens, as `la-louviere`.
  public String slug() {
    return plain().replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  private String plain() {
    String lower = name.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("ß", "ss");
    return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
  }

  private static String keys(String letters) {
    StringBuilder keys = new StringBuilder();
    letters
        .chars()
        .forEach(letter -> keys.append("22233344455566677778889999".charAt(letter - 'a')));
    return keys.toString();
  }
}
