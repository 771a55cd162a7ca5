package org.ariane.ivr.telephony;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;

/// Duty officers by what they do on the telephone, each with a number and a centre of her own.
enum Officer {
  TAKES,
  TAKES_EXERCISE,
  ENTERS_WRONG_PINS,
  PRESSES_ONE_WITHOUT_PIN,
  IS_A_VOICEMAIL,
  IS_BUSY,
  DOES_NOT_ANSWER,
  IS_OUT_OF_REACH,
  DECLINES,
  PRESSES_ANOTHER_KEY,
  HANGS_UP_AFTER_PIN,
  PRESSES_ONE_TOO_EARLY,
  IS_LATE,
  CANNOT_BE_STORED,
  IS_TOLD_TOO_LATE,
  IS_WITHDRAWN;

  private static final Duration WORDS = Duration.ofMillis(6_500);

  PhoneNumber number() {
    return new PhoneNumber("+331990001" + (10 + List.of(values()).indexOf(this)));
  }

  CentreId centre() {
    return new CentreId(name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /// All of them behind one trunk.
  static OfficerPhones telephones(String pin, String wrong) {
    OfficerPhones phones = new OfficerPhones();
    for (Officer officer : values()) {
      PhoneNumber number = officer.number();
      switch (officer) {
        case IS_BUSY -> phones.refuses(number, "486 Busy Here");
        case IS_OUT_OF_REACH -> phones.refuses(number, "503 Service Unavailable");
        case DOES_NOT_ANSWER, IS_WITHDRAWN -> phones.rings(number);
        case TAKES,
            TAKES_EXERCISE,
            ENTERS_WRONG_PINS,
            PRESSES_ONE_WITHOUT_PIN,
            IS_A_VOICEMAIL,
            DECLINES,
            PRESSES_ANOTHER_KEY,
            HANGS_UP_AFTER_PIN,
            PRESSES_ONE_TOO_EARLY,
            IS_LATE,
            CANNOT_BE_STORED,
            IS_TOLD_TOO_LATE ->
            phones.answers(number, officer.script(pin, wrong));
      }
    }
    return phones;
  }

  /// What she does once she has answered.
  Script script(String pin, String wrong) {
    Script enters = Script.phone().after(seconds(1)).keys(pin + "#");
    return switch (this) {
      case TAKES, IS_LATE, CANNOT_BE_STORED, IS_TOLD_TOO_LATE -> enters.after(WORDS).keys("1");
      case TAKES_EXERCISE -> enters.after(seconds(18)).keys("1");
      case ENTERS_WRONG_PINS ->
          Script.phone()
              .after(seconds(1))
              .keys(wrong + "#")
              .after(seconds(2))
              .keys(pin + "0#")
              .after(seconds(2))
              .keys(pin.substring(1) + "#");
      case PRESSES_ONE_WITHOUT_PIN -> Script.phone().after(seconds(4)).keys("1");
      case IS_A_VOICEMAIL -> Script.phone().speaks();
      case DECLINES -> enters.after(WORDS).keys("2");
      case PRESSES_ANOTHER_KEY -> enters.after(WORDS).keys("7").after(seconds(3)).hangsUp();
      case HANGS_UP_AFTER_PIN -> enters.after(seconds(2)).hangsUp();
      case PRESSES_ONE_TOO_EARLY -> enters.after(seconds(1)).keys("1").after(seconds(6)).hangsUp();
      case IS_BUSY, DOES_NOT_ANSWER, IS_OUT_OF_REACH, IS_WITHDRAWN -> Script.phone();
    };
  }

  private static Duration seconds(int count) {
    return Duration.ofSeconds(count);
  }
}
