package org.ariane.router.redlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ariane.directory.place.Position;
import org.ariane.router.alarm.Address;
import org.ariane.router.redlist.RedListSubject.OfPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {
  @ParameterizedTest
  @CsvSource({
    "12 rue des Tilleuls, '12,  RUE des tilleuls', true",
    "12 rue de l'Église, 12 rue de l eglise, true",
    "12 bis rue Noire, 12bis rue Noire, true",
    "12 r. des Tilleuls, 12 rue des Tilleuls, true",
    "12 av du Gal Leclerc, 12 avenue du Général Leclerc, true",
    "3 bd St-Michel, 3 boulevard Saint Michel, true",
    "Grote Markt 5, 5 Grote Markt, true",
    "Kerkstraat 12 bus 3, Kerkstr. 12, true",
    "Kerkstraat 12/3, kerkstraat 12, true",
    "Kerkstraat 12A, Kerkstraat 12 a, true",
    "'12 rue des Tilleuls, bât. B', 12 rue des Tilleuls, true",
    "'Appt 4, 12 rue des Tilleuls', 12 rue des Tilleuls, true",
    "12-14 rue des Tilleuls, 12 rue des Tilleuls, true",
    "'12 rue des Tilleuls, 94700 Maisons-Alfort', 12 rue des Tilleuls, true",
    "12 rue du 8 Mai 1945, '12, rue du 8 mai 1945', true",
    "rue du 8 Mai 1945 12, 12 rue du 8 mai 1945, true",
    "Hauptstraße 7, Hauptstrasse 7, true",
    "12 rue des Tilleuls, 12 bis rue des Tilleuls, false",
    "12 rue des Tilleuls, 21 rue des Tilleuls, false",
    "Kerkstraat 12A, Kerkstraat 12B, false",
    "12 rue des Tilleuls, 12 avenue des Tilleuls, false"
  })
  void addressesAreComparedByStreetAndNumber(String one, String other, boolean same) {
    assertThat(fits(at(one), at(other))).isEqualTo(same);
    assertThat(shareATerm(at(one), at(other))).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "94700, Maisons-Alfort, 94700, '', true",
    "94700, Maisons-Alfort, '', MAISONS ALFORT, true",
    "F-94700, '', 94 700, '', true",
    "B-7100, La Louvière, '', la louviere, true",
    "7100, La Louvière, 7110, La Louvière, false",
    "94700, '', '', Maisons-Alfort, false",
    "94210, Saint-Maur-des-Fossés, '', St Maur des Fosses CEDEX, true"
  })
  void communesAreComparedByPostcodeElseByName(
      String code, String city, String otherCode, String otherCity, boolean same) {
    Address one = address("12 rue des Tilleuls", code, city);
    Address other = address("12 rue des Tilleuls", otherCode, otherCity);
    assertThat(fits(one, other)).isEqualTo(same);
  }

  private static boolean fits(Address entry, Address told) {
    RedListQuery query = new RedListQuery(Optional.empty(), Optional.empty(), Optional.of(told));
    return new RedListSubject.OfAddress(entry).fits(query);
  }

  private static boolean shareATerm(Address one, Address other) {
    List<String> told =
        Terms.of(new RedListQuery(Optional.empty(), Optional.empty(), Optional.of(other)));
    return Terms.of(new RedListSubject.OfAddress(one)).stream().anyMatch(told::contains);
  }

  private static Address at(String text) {
    return address(text, "94700", "");
  }

  private static Address address(String text, String postcode, String city) {
    return new Address(
        Optional.of(text),
        Optional.of(postcode).filter(it -> !it.isEmpty()),
        Optional.of(city).filter(it -> !it.isEmpty()),
        Optional.empty());
  }

  @Test
  void whoeverMayBeWithinTheRadiusIsLookedUpInACellOfThePlace() {
    Random random = new Random(4);
    for (int i = 0; i < 5_000; i++) {
      Position centre = new Position(random.nextDouble(42, 51.5), random.nextDouble(-5, 8));
      OfPlace place = new OfPlace(centre, 1 + random.nextInt(2_000));
      Position point =
          new Position(
              centre.lat() + random.nextDouble(-0.02, 0.02),
              centre.lon() + random.nextDouble(-0.03, 0.03));
      double accuracyM = random.nextInt(400);
      RedListQuery query =
          new RedListQuery(Optional.empty(), Optional.of(point), accuracyM, Optional.empty());
      if (place.fits(query)) {
        assertThat(Terms.of(place)).containsAnyElementsOf(Terms.of(query));
      }
    }
  }
}
