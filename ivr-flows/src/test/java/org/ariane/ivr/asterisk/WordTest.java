package org.ariane.ivr.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.ariane.directory.service.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\r\nAction: Originate",
        "x\nVariable: y",
        "x\ry",
        "x\u0000y",
        "x\u0085y",
        "x\u2028y",
        "a,b",
        "a\"b",
        "${SHELL(id)}",
        "a;b",
        "a\\b",
      })
  void refusesWhatWouldStartAnotherHeaderOrVariable(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Word(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PJSIP/anonymous-0000001a", "SHARED(ARIANE_OFFER)", "fr/ariane/wait&x"})
  void takesWhatTheSwitchIsTold(String text) {
    assertThat(new Word(text).value()).isEqualTo(text);
  }

  @Test
  void joinsSoundsInOrder() {
    assertThat(Word.joined(List.of(Sound.of(Language.NL, "wait"), Sound.HOLD)).value())
        .isEqualTo("nl/ariane/wait&ariane/hold");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "+33 1", "112@evil", "+331990000011234567", "abc", "1&2"})
  void dialsNumbersOnly(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new DialNumber(text));
  }
}
