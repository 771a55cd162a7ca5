package org.ariane.router.referral;

import org.ariane.directory.phone.PhoneNumber;

/// How the service may reach her, as she said it; all of it or none, since half of it endangers.
/// Its text form is masked.
///
/// @param when she can be reached, in words
/// @param codeWord the service talks to nobody who does not say it
/// @param otherwise what it says to anybody else, then hangs up
public record SafeWay(PhoneNumber number, String when, String codeWord, String otherwise) {
  public static final int MOST_WORDS = 60;
  public static final int MOST_SENTENCE = 300;

  public SafeWay {
    Agreed.check(when, MOST_SENTENCE, "when");
    Agreed.check(codeWord, MOST_WORDS, "codeWord");
    Agreed.check(otherwise, MOST_SENTENCE, "ifSomeoneElse");
    if (number.dialled().charAt(0) != '+') {
      throw new IllegalArgumentException("phone");
    }
  }

  @Override
  public String toString() {
    return "SafeWay[masked]";
  }
}
