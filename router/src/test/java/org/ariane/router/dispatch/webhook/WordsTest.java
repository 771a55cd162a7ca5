package org.ariane.router.dispatch.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void everyLanguageSaysTheSameThings() {
    var french = new Words("fr").keys();
    Words.LANGUAGES.forEach(language ->
        assertThat(new Words(language).keys())
            .as(language)
            .containsExactlyInAnyOrderElementsOf(french));
  }

  @Test
  void valuesAreNotLookedInto() {
    assertThat(new Words("en").say("note", Map.of("text", "{text} $1 \\")))
        .isEqualTo("Note: {text} $1 \\");
  }
}
