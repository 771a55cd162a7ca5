package org.ariane.directory.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceQuestionTest {
  private final PlaceQuestion question =
      new PlaceQuestion(
          new Gazetteer(
              List.of(
                  commune("FR", "59350", "59000 59800", "Lille"),
                  commune("FR", "93066", "93200 93210", "Saint-Denis"),
                  commune("FR", "97411", "97400", "Saint-Denis"),
                  commune("FR", "62063", "62260", "Auchel"),
                  commune("BE", "62063", "4000 4020", "Liège", "Luik", "Lüttich"))),
          List.of(
              listed("Melun", "77000"),
              listed("Vincennes", "94300"),
              listed("Villeneuve", "04180"),
              listed("Villeneuve", "12260"),
              listed("Nancy", "54000"),
              listed("Nancy", "54100")),
          List.of());

  @ParameterizedTest
  @CsvSource({
    "59350, Lille FR-59350",
    "FR-59350, Lille FR-59350",
    "lile, Lille FR-59350",
    "Luik, Liège BE-62063",
    "BE 62063, Liège BE-62063",
    "fr-62063, Auchel FR-62063",
    "62063, ? FR-62063 BE-62063",
    "Saint-Denis, ? FR-93066 FR-97411",
    "St Denys, ? FR-93066 FR-97411",
    "Vincenes, Vincennes 94300",
    "Nancy, Nancy 54000",
    "Villeneuve, ? 04180 12260",
    "59000, nothing",
    "Nowhere at all, nothing",
    "'', nothing",
  })
  void findsWhatIsMeantAndNeverGuesses(String asked, String meant) {
    assertThat(told(question.of(asked, Optional.empty()))).isEqualTo(meant);
  }

  @Test
  void aPostcodeThatWasGivenWithItDecides() {
    assertThat(told(question.of("Saint-Denis", Postcode.parse("97400"))))
        .isEqualTo("Saint-Denis FR-97411");
    assertThat(told(question.of("Saint-Denis", Postcode.parse("75001"))))
        .isEqualTo("? FR-93066 FR-97411");
  }

  private static String told(AskedPlace place) {
    return switch (place) {
      case AskedPlace.Registered(RegisteredCommune commune, int _) ->
          commune.name() + " " + commune.code();
      case AskedPlace.ByPostcode(String name, Postcode postcode) -> name + " " + postcode.digits();
      case AskedPlace.Several(List<AskedPlace.Candidate> candidates) ->
          candidates.stream()
              .map(it ->
                  it.code()
                      .map(CommuneCode::toString)
                      .orElseGet(() -> it.postcodes().getFirst().digits()))
              .collect(Collectors.joining(" ", "? ", ""));
      case AskedPlace.Unknown() -> "nothing";
    };
  }

  private static Commune listed(String name, String postcode) {
    return new Commune(name, Postcode.parse(postcode).orElseThrow());
  }

  private static RegisteredCommune commune(
      String country, String code, String postcodes, String... names) {
    Set<Postcode> all =
        Arrays.stream(postcodes.split(" ", -1))
            .flatMap(digits -> Postcode.parse(digits).stream())
            .collect(Collectors.toSet());
    return new RegisteredCommune(
        new CommuneCode(new Country(country), code), List.of(names), all, Optional.empty());
  }
}
