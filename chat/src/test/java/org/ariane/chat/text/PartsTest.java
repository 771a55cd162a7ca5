package org.ariane.chat.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PartsTest {
  @Test
  void shortTextIsOneMessage() {
    assertThat(Parts.of(" Bonjour\n", 60)).containsExactly("Bonjour");
    assertThat(Parts.of(" ", 60)).isEmpty();
  }

  @Test
  void longTextIsCutAtSpacesNumberedAndWhole() {
    String text = "mot été سلام 🌿 ".repeat(200).strip();
    List<String> parts = Parts.of(text, 100);
    assertThat(parts)
        .allMatch(part -> part.getBytes(StandardCharsets.UTF_8).length <= 100)
        .allMatch(part -> !part.contains("\uFFFD"));
    assertThat(parts.getFirst()).endsWith(" (1/" + parts.size() + ")");
    assertThat(
            parts.stream()
                .map(part -> part.replaceAll(" \\([0-9]+/[0-9]+\\)$", ""))
                .collect(Collectors.joining(" ")))
        .isEqualTo(text);
  }

  @Test
  void textWithoutSpacesIsCutBetweenCharacters() {
    String text = "🌿".repeat(100);
    assertThat(String.join("", Parts.of(text, 60)).replaceAll(" \\([0-9]+/[0-9]+\\)", ""))
        .isEqualTo(text);
  }
}
