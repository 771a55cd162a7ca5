package org.ariane.chat.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.ariane.chat.protocol.VisitorFrame.Answer;
import org.ariane.directory.place.Postcode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaidTest {
  private static Said plain(String text) {
    return Said.of(text, false, false, SaidTest::served);
  }

  private static Said inDanger(String text) {
    return Said.of(text, false, true, SaidTest::served);
  }

  private static boolean served(Postcode postcode) {
    return postcode.digits().startsWith("94") || postcode.digits().equals("1000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", " 1 ", "1.", "1 !", "«1»", "\u0661", "\uFF11", "(1)\n"})
  void oneAloneIsDanger(String text) {
    assertThat(plain(text)).isEqualTo(new Said.Danger());
  }

  @ParameterizedTest
  @ValueSource(strings = {"11", "1 enfant", "il a 1 couteau", "", "2024", "je suis au 94700", "2"})
  void wordsAreWords(String text) {
    assertThat(plain(text)).isEqualTo(new Said.Words());
  }

  @Test
  void placeAloneCountsWhereItIsServedOrMissing() {
    Said there = new Said.Place(Postcode.parse("94700").orElseThrow());
    assertThat(plain("94700")).isEqualTo(there);
    assertThat(plain("\u0669\u0664\u0667\u0660\u0660")).isEqualTo(there);
    assertThat(inDanger("75001")).isEqualTo(new Said.Place(Postcode.parse("75001").orElseThrow()));
    assertThat(inDanger("12 rue X, 94700 Maisons-Alfort, 2024")).isEqualTo(there);
    assertThat(inDanger("94700 ou 94140")).isEqualTo(new Said.Words());
    assertThat(inDanger("0694700123")).isEqualTo(new Said.Words());
  }

  @Test
  void keysOfATransferCountOnlyWhileSheIsAsked() {
    assertThat(Said.of("2", true, false, SaidTest::served))
        .isEqualTo(new Said.Consent(Answer.SHARE));
    assertThat(Said.of("3.", true, false, SaidTest::served))
        .isEqualTo(new Said.Consent(Answer.WITHOUT));
    assertThat(Said.of("4", true, false, SaidTest::served))
        .isEqualTo(new Said.Consent(Answer.STAY));
    assertThat(Said.of("1", true, false, SaidTest::served)).isEqualTo(new Said.Danger());
  }
}
