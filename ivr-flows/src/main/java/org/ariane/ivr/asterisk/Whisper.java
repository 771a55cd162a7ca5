package org.ariane.ivr.asterisk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.service.Language;
import org.ariane.router.access.Principal;
import org.ariane.router.contact.Contact;

/// What an operator hears before she takes a call: what is known of it, then the two keys.
final class Whisper {
  private static final Set<String> NAMED = Set.of("fr", "nl", "de", "en", "ar");

  private Whisper() {}

  static List<Sound> of(Contact contact, Language language) {
    List<Sound> say = new ArrayList<>();
    if (contact.exercise()) {
      say.add(Sound.of(language, "exercise"));
    }
    say.add(Sound.of(language, "whisper"));
    switch (contact.danger()) {
      case NONE -> {}
      case ALERTED -> say.add(Sound.of(language, "whisper-danger"));
      case PLACE_UNKNOWN -> say.add(Sound.of(language, "whisper-danger-place"));
    }
    if (contact.silent()) {
      say.add(Sound.of(language, "whisper-silent"));
    }
    contact
        .told()
        .forWhom()
        .ifPresent(whom -> {
          switch (whom) {
            case ME -> {}
            case SOMEONE_ELSE -> say.add(Sound.of(language, "whisper-someone-else"));
            case CHILD -> say.add(Sound.of(language, "whisper-child"));
          }
        });
    say.add(language(contact.language(), language));
    say.add(
        Sound.of(
            language,
            contact.postcode().isPresent() ? "whisper-place-known" : "whisper-place-unknown"));
    say.add(Sound.of(language, "whisper-keys"));
    return say;
  }

  /// Names her language to an operator.
  static Sound language(Optional<Language> hers, Language spoken) {
    return Sound.of(
        spoken,
        hers.map(Language::tag)
            .filter(NAMED::contains)
            .map(tag -> "whisper-" + tag)
            .orElse("whisper-language-unknown"));
  }

  /// What whoever answers at a service's number hears, in each of its languages. Nothing that a
  /// machine should not keep.
  static List<Sound> outside(List<Language> languages, Contact contact) {
    List<Sound> say = new ArrayList<>();
    for (Language language : languages) {
      if (contact.exercise()) {
        say.add(Sound.of(language, "exercise"));
      }
      say.add(Sound.of(language, "whisper-service"));
    }
    return say;
  }

  /// The language in which an operator is spoken to: her best that has prompts.
  static Language languageOf(Principal operator, List<Language> prompted, Language standard) {
    return operator.languages().stream().filter(prompted::contains).findFirst().orElse(standard);
  }
}
