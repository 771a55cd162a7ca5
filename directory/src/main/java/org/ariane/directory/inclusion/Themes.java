package org.ariane.directory.inclusion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.exchange.ServiceDraft;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.ServiceKind;

/// What themes and publics of data.inclusion are in our words. Themes that are not here are about
/// work, mobility and the like: services with no other theme are none of a directory of help.
final class Themes {
  private static final Map<String, Meaning> MEANINGS = new LinkedHashMap<>();

  private record Meaning(ServiceKind kind, String need) {}

  static {
    MEANINGS.put(
        "logement-hebergement--rechercher-une-solution-dhebergement-temporaire",
        new Meaning(ServiceKind.SHELTER, "urn:service:shelter"));
    MEANINGS.put(
        "famille--surmonter-conflits-separation-violence",
        new Meaning(ServiceKind.ASSOCIATION, "urn:service:counseling"));
    MEANINGS.put(
        "difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits",
        new Meaning(ServiceKind.LEGAL_AID, "urn:service:counseling.legal"));
    MEANINGS.put(
        "difficultes-administratives-ou-juridiques--prendre-en-compte-une-problematique-judiciaire",
        new Meaning(ServiceKind.LEGAL_AID, "urn:service:counseling.legal"));
    MEANINGS.put(
        "sante--sante-sexuelle",
        new Meaning(ServiceKind.FAMILY_PLANNING, "urn:service:counseling.family-planning"));
    MEANINGS.put(
        "sante--sante-mentale",
        new Meaning(ServiceKind.PSYCHOLOGIST, "urn:service:counseling.mental-health"));
  }

  private static final Map<String, Audience> PUBLICS =
      Map.of(
          "femmes", Audience.WOMAN,
          "familles", Audience.WITH_CHILDREN,
          "seniors", Audience.ELDERLY,
          "personnes-en-situation-de-handicap", Audience.DISABLED,
          "personnes-exilees", Audience.REFUGEE);

  private Themes() {}

  /// Whether any theme is about help; the first of ours gives the kind, each its need.
  static boolean read(List<String> themes, ServiceDraft draft) {
    List<Meaning> meant =
        MEANINGS.entrySet().stream()
            .filter(each -> themes.contains(each.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    meant.stream().findFirst().ifPresent(first -> draft.kind(first.kind()));
    meant.forEach(each -> draft.need(each.need()));
    return !meant.isEmpty();
  }

  /// Whom it takes. A list is a union: with a public that we have no word for nobody can say who is
  /// excluded, so nobody is.
  ///
  /// @return a public without a word of ours
  static Optional<String> read(ServiceDraft draft, List<String> publics) {
    if (publics.contains("tous-publics")) {
      return Optional.empty();
    }
    Optional<String> unknown =
        publics.stream().filter(each -> !PUBLICS.containsKey(each)).findFirst();
    if (unknown.isEmpty()) {
      publics.forEach(each -> draft.takes(PUBLICS.getOrDefault(each, Audience.WOMAN)));
    }
    return unknown;
  }
}
