package org.ariane.ivr.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.yaml.ShippedFlows;
import org.junit.jupiter.api.Test;

/// The catalogues as a whole; what each flow needs of them is checked with the flow.
class ShippedPromptsTest {
  private static final PromptCatalogue PROMPTS = ShippedFlows.prompts();

  @Test
  void fiveLanguagesSayTheSame() {
    Set<PromptKey> french = keys(Language.FR);
    for (Language language : PROMPTS.languages()) {
      assertThat(keys(language)).as(language.tag()).isEqualTo(french);
    }
  }

  /// What the dialplan says to callers by itself, and the notice of when somebody speaks it.
  @Test
  void furtherLanguagesHaveWhatIsSaidWithoutAFlow() {
    List<String> needed =
        new ArrayList<>(
            List.of("rescue", "still", "goodbye", "ringing", "notice-none", "notice-from"));
    for (int day = 1; day <= 7; day++) {
      needed.add("day-" + day);
    }
    for (int hour = 0; hour < 24; hour++) {
      needed.add("hour-" + hour);
    }
    needed.addAll(List.of("minute-15", "minute-30", "minute-45"));
    for (Language language : PROMPTS.others()) {
      assertThat(keys(language)).as(language.tag()).containsAll(keysOf(needed));
    }
    assertThat(keys(Language.FR)).containsAll(keysOf(needed));
  }

  /// One key, the same digit, whatever the language: what one woman tells another holds.
  @Test
  void sameDigitsAreOfferedInEveryLanguage() {
    for (Map.Entry<PromptKey, String> french :
        PROMPTS.texts().getOrDefault(Language.FR, Map.of()).entrySet()) {
      String key = french.getKey().value();
      // Times are told, not offered; Arabic has a dual.
      if (key.equals("language") || key.startsWith("hour-") || key.startsWith("within-")) {
        continue;
      }
      for (Language language : PROMPTS.languages()) {
        assertThat(digits(language, french.getKey()))
            .as("%s in %s", key, language.tag())
            .isEqualTo(digits(Language.FR, french.getKey()));
      }
      for (Language language : PROMPTS.others()) {
        PROMPTS
            .text(language, french.getKey())
            .ifPresent(text ->
                assertThat(digits(text))
                    .as("%s in %s", key, language.tag())
                    .isEqualTo(digits(french.getValue())));
      }
    }
  }

  private static String digits(Language language, PromptKey key) {
    return digits(PROMPTS.text(language, key).orElse(""));
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }

  private static Set<PromptKey> keys(Language language) {
    return PROMPTS
        .texts()
        .getOrDefault(language, PROMPTS.few().getOrDefault(language, Map.of()))
        .keySet();
  }

  private static List<PromptKey> keysOf(List<String> names) {
    return names.stream().map(PromptKey::new).toList();
  }
}
