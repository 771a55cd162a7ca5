package org.ariane.ivr.asterisk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.Commune;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.CommuneChoice;
import org.ariane.ivr.prompt.PromptCatalogue;
import org.ariane.ivr.prompt.PromptKey;

/// Finds communes by the first letters of their names, typed on a telephone.
record Places(DirectorySource source, PromptCatalogue prompts) {
  /// Those that begin so, one for each postcode; empty where there are more than `atMost`. A name
  /// that is spoken in her language comes before its translation.
  List<CommuneChoice> startingWith(String keys, int atMost, Language hers) {
    Map<Postcode, CommuneChoice> found = new LinkedHashMap<>();
    for (Commune commune : source.current().communes()) {
      if (commune.startsWithKeys(keys)) {
        CommuneChoice choice = new CommuneChoice(commune.postcode(), spoken(commune, hers));
        found.merge(
            commune.postcode(),
            choice,
            (first, second) -> first.spoken().isPresent() ? first : second);
      }
    }
    return found.size() > atMost ? List.of() : List.copyOf(found.values());
  }

  private Optional<PromptKey> spoken(Commune commune, Language hers) {
    String key = "commune-" + commune.slug();
    return PromptKey.isValid(key) && prompts.text(hers, new PromptKey(key)).isPresent()
        ? Optional.of(new PromptKey(key))
        : Optional.empty();
  }
}
