package org.ariane.ivr.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ariane.directory.service.Language;
import org.ariane.router.text.TextOutbox;
import org.junit.jupiter.api.Test;

class TextScriptTest {
  @Test
  void lineBreaksComeBackAndWhatCannotBeReadIsNothing() {
    assertThat(TextScript.words("a\u001F\u001Fb\u001Fc)")).hasValue("a\nb\nc)");
    assertThat(TextScript.words(" \u001F été مرحبا ")).hasValue("été مرحبا");
    assertThat(TextScript.words("a\u0007b")).hasValue("ab");
    for (String none : List.of("", " ", "\u001F", "\u0000", "t\uFFFDt")) {
      assertThat(TextScript.words(none)).isEmpty();
    }
    assertThat(TextScript.words(null)).isEmpty();
  }

  @Test
  void whatTheSwitchSaysAloneFitsAndNamesTheWayOut() {
    for (Language language :
        List.of(Language.FR, Language.NL, Language.DE, Language.EN, Language.AR)) {
      String text = TextConfiguration.away(language);
      assertThat(text).contains("112", "114").doesNotContain(";", "${", "\n");
      assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(TextOutbox.BYTES_AT_MOST);
    }
  }
}
