package org.ariane.directory.inclusion;

/// A structure and a service of it.
public final class InclusionCases {
  public static final String STRUCTURES =
      """
      [{
        "source": "dora",
        "id": "dora--42",
        "nom": "Maison des femmes du Nord",
        "date_maj": "2026-09-01",
        "telephone": "320000000",
        "horaires_accueil": "Mo-Fr 09:00-17:00; PH off",
        "code_postal": "59000",
        "commune": "Lille",
        "adresse": "1 rue Exemple"
      }]
      """;
  public static final String SERVICES =
      """
      [{
        "source": "dora",
        "structure_id": "dora--42",
        "id": "dora--AidantsConnect:2024-47BXY",
        "nom": "Accueil des femmes",
        "description": "<p>On l&#39;&eacute;coute.</p><ul><li>sans rendez-vous</li></ul>",
        "thematiques": ["famille--surmonter-conflits-separation-violence"],
        "publics": ["femmes", "familles"],
        "frais": "gratuit",
        "zone_eligibilite": ["59"],
        "latitude": 50.63,
        "longitude": 3.06,
        "commune": "Lille",
        "code_postal": "59000",
        "mobilisable_par": ["usagers", "professionnels"],
        "date_maj": "2026-10-01"
      }]
      """;

  private InclusionCases() {}
}
