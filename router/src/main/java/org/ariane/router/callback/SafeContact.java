package org.ariane.router.callback;

import java.util.Optional;
import java.util.regex.Pattern;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;

/// How she can be called safely, as she said it to a human. Its text form is masked.
///
/// @param whom may be called, as she wants to be called; never read out by a machine
/// @param codeWord the operator talks to nobody who does not say it
/// @param otherwise what the operator says to anybody else, then hangs up
public record SafeContact(
    String whom,
    PhoneNumber number,
    SafeHours hours,
    String codeWord,
    String otherwise,
    Optional<Language> language) {
  public static final int MOST_WORDS = 60;
  public static final int MOST_SENTENCE = 300;
  private static final Pattern CONTROL = Pattern.compile(".*\\p{Cntrl}.*", Pattern.DOTALL);

  public SafeContact {
    require(whom, MOST_WORDS, "whom");
    require(codeWord, MOST_WORDS, "codeWord");
    require(otherwise, MOST_SENTENCE, "ifSomeoneElse");
    if (number.dialled().charAt(0) != '+') {
      throw new IllegalArgumentException("phone");
    }
  }

  private static void require(String text, int most, String field) {
    if (text.isBlank() || text.length() > most || CONTROL.matcher(text).matches()) {
      throw new IllegalArgumentException(field);
    }
  }

  @Override
  public String toString() {
    return "SafeContact[masked]";
  }
}
