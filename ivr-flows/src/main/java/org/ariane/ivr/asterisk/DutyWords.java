package org.ariane.ivr.asterisk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.DispatchCentre;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.service.Language;
import org.ariane.ivr.prompt.PromptCatalogue;
import org.ariane.ivr.prompt.PromptKey;
import org.ariane.router.dispatch.DutyPhone.DutyCall;

/// What a duty officer hears. Before the PIN nothing that says who calls, or why.
final class DutyWords {
  private static final int LANGUAGES = 2;

  private final DirectorySource directory;
  private final PromptCatalogue prompts;
  private final Language standard;

  DutyWords(DirectorySource directory, PromptCatalogue prompts, Language standard) {
    this.directory = directory;
    this.prompts = prompts;
    this.standard = standard;
  }

  /// One or two, first first.
  List<Language> languages(DutyCall call) {
    List<Language> wished =
        call.languages().stream().filter(prompts.languages()::contains).toList();
    List<Language> spoken =
        wished.isEmpty()
            ? directory.current().centres().stream()
                .filter(centre -> centre.id().equals(call.centre()))
                .map(DispatchCentre::country)
                .map(Zones::languages)
                .findFirst()
                .orElse(List.of(standard))
            : wished;
    return spoken.stream().distinct().limit(LANGUAGES).toList();
  }

  /// Asks for the PIN: one sound, since the switch listens to keys during one only.
  ///
  /// @param silences how often nothing was pressed so far: then the other language is tried
  /// @param wrong whether a wrong PIN was entered just before
  Sound code(DutyCall call, int silences, boolean wrong) {
    List<Language> languages = languages(call);
    return Sound.of(
        languages.get(silences % languages.size()), wrong ? "duty-code-again" : "duty-code");
  }

  /// What it is: said to the end whatever is pressed meanwhile, so that nobody takes it unheard.
  List<Sound> alarm(DutyCall call) {
    List<Sound> say = new ArrayList<>();
    for (Language language : languages(call)) {
      if (call.exercise()) {
        say.add(Sound.of(language, "exercise"));
      }
      say.add(Sound.of(language, "duty-alarm-" + call.urgency().wireName()));
    }
    return say;
  }

  /// Where it is and what the keys do.
  List<Sound> choice(DutyCall call) {
    List<Sound> say = new ArrayList<>();
    for (Language language : languages(call)) {
      say.addAll(place(call.zone(), language));
      if (call.exercise()) {
        say.add(Sound.of(language, "exercise"));
      }
      say.add(Sound.of(language, "duty-keys"));
    }
    return say;
  }

  /// The reviewed name of the zone; where there is none its postcode, if it has but one.
  private List<Sound> place(Optional<ZoneId> id, Language language) {
    if (id.isEmpty()) {
      return List.of(Sound.of(language, "whisper-place-unknown"));
    }
    List<Sound> say = new ArrayList<>();
    String name = "zone-" + id.get();
    if (PromptKey.isValid(name) && prompts.text(language, new PromptKey(name)).isPresent()) {
      say.add(Sound.of(language, "duty-zone"));
      say.add(Sound.of(language, name));
      return say;
    }
    Optional<Postcode> only =
        zone(id.get())
            .filter(zone -> zone.postcodes().size() == 1)
            .map(zone -> zone.postcodes().iterator().next());
    if (only.isEmpty()) {
      return List.of(Sound.of(language, "whisper-place-known"));
    }
    say.add(Sound.of(language, "police-place"));
    say.addAll(Sound.digits(language, only.get().digits()));
    return say;
  }

  private Optional<Zone> zone(ZoneId id) {
    return directory.current().zones().stream().filter(zone -> zone.id().equals(id)).findFirst();
  }
}
