package org.ariane.chat.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ariane.chat.protocol.VisitorFrame.Answer;
import org.ariane.directory.place.Postcode;

/// What a text message of hers means beside its words, which the operator reads in any case.
public sealed interface Said {
  /// `1`: she is in danger.
  record Danger() implements Said {}

  record Place(Postcode postcode) implements Said {}

  /// What she says to a transfer.
  record Consent(Answer answer) implements Said {}

  /// Nothing but words.
  record Words() implements Said {}

  Pattern MARKS = Pattern.compile("[\\s\\p{Punct}«»]+");
  Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{4,5}(?![0-9])");

  /// A digit counts alone only, so that words are never taken for a key; a place counts alone, or
  /// where nobody can come without it and one served place is named.
  ///
  /// @param asked a transfer waits for her answer
  /// @param placeMissing she is in danger, and nobody can come before we know where
  static Said of(String text, boolean asked, boolean placeMissing, Predicate<Postcode> served) {
    // Digits of all scripts are digits.
    String plain = digits(Normalizer.normalize(text, Normalizer.Form.NFKC));
    String bare = MARKS.matcher(plain).replaceAll("");
    Optional<Answer> answer = asked ? answer(bare) : Optional.empty();
    if (bare.equals("1")) {
      return new Danger();
    }
    if (answer.isPresent()) {
      return new Consent(answer.get());
    }
    Optional<Postcode> place =
        Postcode.parse(bare)
            .filter(alone -> placeMissing || served.test(alone))
            .or(() -> placeMissing ? named(plain, served) : Optional.empty());
    return place.<Said>map(Place::new).orElseGet(Words::new);
  }

  private static Optional<Answer> answer(String bare) {
    return switch (bare) {
      case "2" -> Optional.of(Answer.SHARE);
      case "3" -> Optional.of(Answer.WITHOUT);
      case "4" -> Optional.of(Answer.STAY);
      default -> Optional.empty();
    };
  }

  private static Optional<Postcode> named(String text, Predicate<Postcode> served) {
    List<Postcode> places =
        NUMBER
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .flatMap(digits -> Postcode.parse(digits).stream())
            .filter(served)
            .distinct()
            .toList();
    return places.size() == 1 ? Optional.of(places.getFirst()) : Optional.empty();
  }

  private static String digits(String text) {
    return text.codePoints()
        .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
