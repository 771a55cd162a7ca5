package org.ariane.chat.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ariane.directory.service.Language;
import org.ariane.router.text.TextOutbox;
import org.junit.jupiter.api.Test;

class TextWordsTest {
  private final TextWords words = TextWords.shipped();

  @Test
  void everySentenceOfEveryLanguageIsOneMessage() {
    assertThat(words.languages()).hasSize(5);
    for (Language language : words.languages()) {
      for (TextWords.Key key : TextWords.Key.values()) {
        String said =
            words.say(language, key, "service", "x".repeat(60), "numbers", "17, 112, 114");
        assertThat(said).doesNotContain("{", "}");
        assertThat(said.getBytes(StandardCharsets.UTF_8))
            .as(language + " " + key)
            .hasSizeLessThanOrEqualTo(TextOutbox.BYTES_AT_MOST);
      }
    }
  }

  @Test
  void firstAnswerSaysThatAHumanComesAndWhatToDoInDanger() {
    for (Language language : words.languages()) {
      assertThat(words.say(language, TextWords.Key.WELCOME)).contains("1", "112", "114");
      assertThat(words.say(language, TextWords.Key.AGAIN)).contains("1", "112");
      assertThat(words.say(language, TextWords.Key.TRANSFER, "service", "X"))
          .contains("2", "3", "4", "X");
      for (TextWords.Key key :
          List.of(TextWords.Key.ALERTED, TextWords.Key.PLACE_UNKNOWN, TextWords.Key.NOT_DURABLE)) {
        assertThat(words.say(language, key, "numbers", "17, 112")).contains("17, 112");
      }
    }
  }
}
