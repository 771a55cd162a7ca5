package org.ariane.router.vacancy.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ariane.router.directory.html.Words;
import org.ariane.router.vacancy.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the page sends, and the words of the page.
class FormTest {
  @Test
  void twoTapsAreAWord() {
    Form form = Form.of("link=abc&free=2&other=&hours=12");

    assertThat(form.token()).isEqualTo("abc");
    assertThat(form.word()).contains(new Word(OptionalInt.of(2), Duration.ofHours(12)));
    assertThat(Form.of("free=ask&hours=72").word())
        .contains(new Word(OptionalInt.empty(), Duration.ofDays(3)));
  }

  @Test
  void anotherNumberCountsInsteadOfTheTappedOneInWhateverDigits() {
    assertThat(Form.of("free=2&other=40&hours=6").word().flatMap(FormTest::free)).contains(40);
    assertThat(Form.of("other=%D9%A1%D9%A2&hours=6").word().flatMap(FormTest::free)).contains(12);
  }

  private static Optional<Integer> free(Word word) {
    return word.free().isPresent() ? Optional.of(word.free().getAsInt()) : Optional.empty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "free=2",
        "hours=12",
        "free=2&hours=0",
        "free=2&hours=73",
        "free=-1&hours=12",
        "free=1001&hours=12",
        "free=2&other=two&hours=12",
        "free=%zz&hours=12",
        "free=%F0%9D%9F%8E&other=&hours=",
        "free=2&hours=1e1",
        "free=99999999999999999999&hours=12"
      })
  void whatIsNotUnderstoodIsNoWord(String sent) {
    assertThat(Form.of(sent).word()).isEmpty();
  }

  @Test
  void everyLanguageHasEveryWord() {
    Map<String, Words> all = Words.beside(LinkPages.class);
    assertThat(all).containsOnlyKeys(Words.LANGUAGES);
    assertThat(all.values().stream().map(words -> words.keys().toList()).distinct()).hasSize(1);
  }
}
