package org.ariane.router.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Zone;
import org.ariane.router.alarm.Address;
import org.ariane.router.alarm.Fix;
import org.ariane.router.dispatch.lane.SmallDirectory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlaceFinderTest {
  private static final Optional<Fix> NO_FIX = Optional.empty();
  private static final Optional<Address> NO_ADDRESS = Optional.empty();
  private static final Optional<Fix> IN_MAISONS = fix(48.8065, 2.438);
  private static final Optional<Fix> IN_SEA = fix(45.0, -5.0);
  private static final String MAISONS = "fr-94-maisons-alfort";
  private static final String LILLE = "fr-59-lille";

  private final PlaceFinder finder = new PlaceFinder(SmallDirectory.NORD, Set.of());

  private static Optional<Fix> fix(double lat, double lon) {
    return Optional.of(
        new Fix(
            new Position(lat, lon), OptionalDouble.empty(), Optional.empty(), Optional.empty()));
  }

  private static Optional<Address> at(String postcode, String country) {
    return Optional.of(
        new Address(
            Optional.empty(), Optional.of(postcode), Optional.empty(), Optional.of(country)));
  }

  static Stream<Arguments> places() {
    List<String> none = List.of();
    List<String> position = List.of("/position");
    List<String> postcode = List.of("/address/postcode");
    return Stream.of(
        Arguments.of(IN_MAISONS, NO_ADDRESS, false, none, MAISONS, false, none),
        Arguments.of(IN_MAISONS, at("59000", "FR"), false, none, MAISONS, false, none),
        // The phone is with the witness; help is needed at the address.
        Arguments.of(IN_MAISONS, at("59000", "FR"), true, none, LILLE, false, none),
        Arguments.of(IN_SEA, at("59000", "FR"), false, none, LILLE, false, position),
        Arguments.of(NO_FIX, at("94700", "FR"), false, none, MAISONS, false, none),
        Arguments.of(NO_FIX, at("94700", "DE"), false, none, "", true, postcode),
        Arguments.of(IN_SEA, NO_ADDRESS, false, none, "", true, position),
        Arguments.of(NO_FIX, NO_ADDRESS, false, none, "", false, position),
        Arguments.of(NO_FIX, NO_ADDRESS, false, List.of("/position/lat"), "", false, none),
        Arguments.of(NO_FIX, NO_ADDRESS, false, List.of(""), "", false, none));
  }

  @ParameterizedTest
  @MethodSource("places")
  void zoneIsFoundOrTheDefaultCentreAnswers(
      Optional<Fix> fix,
      Optional<Address> address,
      boolean forSomeoneElse,
      List<String> read,
      String zone,
      boolean outside,
      List<String> degraded) {
    Placement placement = finder.find(new SmallDirectory(), fix, address, forSomeoneElse, read);
    assertThat(placement.zone().map(Zone::id).map(id -> id.value()).orElse("")).isEqualTo(zone);
    assertThat(placement.outside()).isEqualTo(outside);
    assertThat(placement.degraded()).isEqualTo(degraded);
    if (zone.isEmpty()) {
      assertThat(placement.chain()).containsExactly(ChainStep.desk(SmallDirectory.NORD));
    }
  }
}
