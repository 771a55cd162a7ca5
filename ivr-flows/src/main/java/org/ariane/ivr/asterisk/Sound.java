package org.ariane.ivr.asterisk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ariane.directory.service.Language;
import org.ariane.ivr.prompt.PromptKey;

/// A sound file of the switch, relative to its sounds.
record Sound(String path) {
  /// A few seconds of the quiet hold sound.
  static final Sound HOLD = new Sound("ariane/hold");

  /// Half of it.
  static final Sound BREATH = new Sound("ariane/breath");

  static Sound of(Language language, PromptKey prompt) {
    return new Sound(language.tag() + "/ariane/" + prompt);
  }

  static Sound of(Language language, String prompt) {
    return of(language, new PromptKey(prompt));
  }

  static List<Sound> all(Language language, Collection<PromptKey> prompts) {
    return prompts.stream().map(prompt -> of(language, prompt)).toList();
  }

  /// Digits, one by one.
  static List<Sound> digits(Language language, String digits) {
    List<Sound> sounds = new ArrayList<>();
    digits.chars().forEach(digit -> sounds.add(of(language, "digit-" + (char) digit)));
    return sounds;
  }
}
