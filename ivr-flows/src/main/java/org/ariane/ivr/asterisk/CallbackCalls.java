package org.ariane.ivr.asterisk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.service.Language;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Roster;
import org.ariane.router.callback.CallbackId;
import org.ariane.router.callback.CallbackPhone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rings operators for call-backs. The dialplan (`ariane-callback`) whispers, takes the key, and
/// only then asks [CallbackScript] for the number.
final class CallbackCalls implements CallbackPhone {
  private static final Logger LOG = LoggerFactory.getLogger(CallbackCalls.class);
  private static final Word CONTEXT = new Word("ariane-callback");
  private static final Duration RINGS = Duration.ofSeconds(20);

  private final SwitchLinks switches;
  private final Phones phones;
  private final Roster roster;
  private final List<Language> languages;
  private final Language standard;
  private final boolean trunk;

  /// @param trunk whether there is a way out
  CallbackCalls(
      SwitchLinks switches,
      Phones phones,
      Roster roster,
      List<Language> languages,
      Language standard,
      boolean trunk) {
    this.switches = switches;
    this.phones = phones;
    this.roster = roster;
    this.languages = List.copyOf(languages);
    this.standard = standard;
    this.trunk = trunk;
  }

  @Override
  public boolean ring(
      CallbackId id, PrincipalId operator, Optional<Language> language, boolean exercise) {
    boolean rings = trunk && originate(id, operator, language, exercise);
    LOG.info("{} with {}: {}", id, operator, rings ? "rings" : "cannot ring");
    return rings;
  }

  private boolean originate(
      CallbackId id, PrincipalId operator, Optional<Language> hers, boolean exercise) {
    Language spoken =
        roster
            .find(operator)
            .map(known -> Whisper.languageOf(known, languages, standard))
            .orElse(standard);
    Map<String, Word> variables = new LinkedHashMap<>();
    variables.put("ARIANE_CALLBACK", Word.of(id));
    variables.put("ARIANE_OPERATOR", Word.of(operator));
    variables.put("ARIANE_WHISPER", Word.joined(whisper(spoken, hers, exercise)));
    variables.put("CHANNEL(language)", new Word(spoken.tag()));
    SwitchId home = phones.home(operator, switches.first().id());
    return switches.connected(home)
        && switches
            .link(home)
            .ami()
            .originate(new Word("PJSIP/" + operator), CONTEXT, Word.of(id), RINGS, variables);
  }

  private static List<Sound> whisper(Language spoken, Optional<Language> hers, boolean exercise) {
    List<Sound> say = new ArrayList<>();
    if (exercise) {
      say.add(Sound.of(spoken, "exercise"));
    }
    say.add(Sound.of(spoken, "whisper-callback"));
    say.add(Whisper.language(hers, spoken));
    say.add(Sound.of(spoken, "whisper-callback-keys"));
    return say;
  }
}
