package org.ariane.router.redlist;

import static org.assertj.core.api.Assertions.assertThat;

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
    "Grote Markt 5, 5 Grote Markt, true",
    "12 rue des Tilleuls, 12 bis rue des Tilleuls, false",
    "12 rue des Tilleuls, 21 rue des Tilleuls, false"
  })
  void addressesAreComparedByStreetAndNumber(String one, String other, boolean same) {
    assertThat(Terms.address(at(one)).equals(Terms.address(at(other)))).isEqualTo(same);
  }

  private static Address at(String text) {
    return new Address(Optional.of(text), Optional.of("94700"), Optional.empty(), Optional.empty());
  }

  @Test
  void everyPointWithinTheRadiusLiesInACellOfThePlace() {
    Random random = new Random(4);
    for (int i = 0; i < 5_000; i++) {
      Position centre = new Position(random.nextDouble(42, 51.5), random.nextDouble(-5, 8));
      OfPlace place = new OfPlace(centre, 1 + random.nextInt(2_000));
      Position point =
          new Position(
              centre.lat() + random.nextDouble(-0.02, 0.02),
              centre.lon() + random.nextDouble(-0.03, 0.03));
      RedListQuery query = new RedListQuery(Optional.empty(), Optional.of(point), Optional.empty());
      if (place.holds(point)) {
        assertThat(Terms.of(place)).containsAll(Terms.of(query));
      }
    }
  }
}
