package org.ariane.directory.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// First letters on a keypad: 2 abc, 3 def, 4 ghi, 5 jkl, 6 mno, 7 pqrs, 8 tuv, 9 wxyz.
class CommuneTest {
  @ParameterizedTest
  @CsvSource({
    "Maisons-Alfort, 62, true",
    "Maisons-Alfort, 624766725, true",
    "Maisons-Alfort, 63, false",
    "Créteil, 27, true",
    "La Louvière, 52568, true",
    "La Louvière, 568, true",
    "La Louvière, 583, false",
    "L'Haÿ-les-Roses, 429, true",
    "L'Haÿ-les-Roses, 5429, true",
    "Œuilly, 6384, true",
    "Liège, 54343, true",
    "Liège, 543437, false",
  })
  void beginsWithKeys(String name, String keys, boolean begins) {
    Commune commune = new Commune(name, new Postcode(Country.FR, "94700"));
    assertThat(commune.startsWithKeys(keys)).isEqualTo(begins);
  }

  @ParameterizedTest
  @CsvSource({"Maisons-Alfort, maisons-alfort", "La Louvière, la-louviere", "L'Haÿ, l-hay"})
  void slugNamesItsPrompt(String name, String slug) {
    assertThat(new Commune(name, new Postcode(Country.FR, "94700")).slug()).isEqualTo(slug);
  }
}
