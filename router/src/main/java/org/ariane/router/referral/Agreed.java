package org.ariane.router.referral;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What she agreed to have passed on, each thing by itself. What is not in it stays with whoever
/// heard it. Its text form is masked.
///
/// @param way empty where the service must not call her
public record Agreed(Map<Topic, String> told, Optional<SafeWay> way) {
  public static final Agreed NOTHING = new Agreed(Map.of(), Optional.empty());
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");

  public Agreed {
    told = Map.copyOf(told);
    told.forEach((topic, text) -> check(text, topic.most(), topic.wireName()));
  }

  /// Throws [IllegalArgumentException] with the name of the field.
  static void check(String text, int most, String field) {
    if (!fits(text, most)) {
      throw new IllegalArgumentException(field);
    }
  }

  /// Whether it is a text of so many characters, without those that control a screen.
  public static boolean fits(String text, int most) {
    return !text.isBlank() && text.length() <= most && !CONTROL.matcher(text).find();
  }

  @Override
  public String toString() {
    return "Agreed[masked]";
  }
}
