package org.ariane.directory.service;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/// A language as a BCP 47 tag in its canonical form, as `fr` or `nl-BE`.
public record Language(String tag) {
  public static final Language FR = new Language("fr");
  public static final Language NL = new Language("nl");
  public static final Language DE = new Language("de");
  public static final Language EN = new Language("en");
  public static final Language AR = new Language("ar");

  public Language {
    if (tag.length() > 35) {
      throw new IllegalArgumentException("a language tag has at most 35 characters");
    }
    try {
      tag = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException("not a BCP 47 language tag", e);
    }
    if (tag.equals("und")) {
      throw new IllegalArgumentException("an undetermined language is an absent one");
    }
  }

  /// Reads a tag from outside; empty where it is none.
  public static Optional<Language> parse(String text) {
    try {
      return Optional.of(new Language(text.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Whether someone who speaks `spoken` can serve a person who asked for this one: RFC 4647
  /// lookup, which drops subtags from the right (`nl-BE` is served by `nl`).
  public boolean servedBy(Language spoken) {
    String range = tag;
    while (true) {
      if (range.equalsIgnoreCase(spoken.tag)) {
        return true;
      }
      int cut = range.lastIndexOf('-');
      if (cut < 0) {
        return false;
      }
      range = range.substring(0, cut);
    }
  }
}
