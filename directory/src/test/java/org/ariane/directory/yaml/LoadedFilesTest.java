package org.ariane.directory.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.ariane.directory.Directory;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.ExpectedDelay;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Line;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.service.SpokenLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

class LoadedFilesTest {
  private final Directory directory = TestFolders.directory(TestFolders.folder("good"));

  @TempDir Path folder;

  @Test
  void aServiceIsReadWithAllItsKeys() {
    Service service = directory.service(new ServiceId("service")).orElseThrow();

    assertThat(service.audiences())
        .containsExactlyInAnyOrder(Audience.WOMAN, Audience.WITHOUT_PAPERS);
    assertThat(service.languages())
        .extracting(SpokenLanguage::language)
        .containsExactly(Language.FR, new Language("nl-BE"));
    assertThat(service.channels())
        .extracting(ServiceChannel::kind)
        .containsExactly("phone", "desk", "web");
    assertThat(service.site()).contains(new Position(48.5, 2.5));
    assertThat(service.timeZone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(service.confirmedAt()).isEqualTo(LocalDate.of(2026, 11, 1));
    assertThat(service.sample()).isTrue();
  }

  @Test
  void hoursKnowTheHolidaysOfTheSubdivision() {
    Service service = directory.service(new ServiceId("service")).orElseThrow();
    Instant goodFridayInAlsace = Instant.parse("2027-03-26T09:00:00Z");

    assertThat(service.channels().getFirst().hours().openAt(goodFridayInAlsace, service.timeZone()))
        .isFalse();
  }

  @Test
  void aZoneIsReadWithItsAreaAndPostcodes() {
    Zone zone = directory.zones().getFirst();

    assertThat(directory.zoneAt(new Position(48.2, 2.2))).contains(zone);
    assertThat(directory.zoneAt(new Position(48.5, 2.5))).as("in the hole").isEmpty();
    assertThat(directory.zoneAt(new Position(48.2, 4.4))).as("on the island").contains(zone);
    assertThat(zone.postcodes())
        .extracting(Postcode::digits)
        .containsExactlyInAnyOrder("01000", "59000", "59001", "59002", "59003");
    assertThat(zone.chain())
        .containsExactly(
            ChainStep.desk(new CentreId("centre")),
            new ChainStep(new CentreId("centre"), ChainStep.Post.SECOND));
    assertThat(zone.expectedDelay()).contains(new ExpectedDelay(35, "measured 2025"));
    assertThat(zone.agreedNumber()).contains(new PhoneNumber("+33199000001"));
  }

  @Test
  void areasAreReadAsAReaderOfGeoJsonReadsThem() throws IOException, ParseException {
    String text = Files.readString(TestFolders.folder("good").resolve("areas/square.geojson"));

    Geometry area = directory.zones().getFirst().area().orElseThrow();

    assertThat(area.equalsExact(new GeoJsonReader().read(text))).isTrue();
  }

  @Test
  void aLineIsReadWithItsNumberAndDurations() {
    Line line = directory.lineByNumber("01 99 00 00 03").orElseThrow();

    assertThat(line.offerFor()).isEqualTo(Duration.ofMinutes(2));
    assertThat(line.desks()).containsExactly(new ServiceId("service"));
    assertThat(line.fallback()).contains(new PhoneNumber("+33199000004"));
  }

  @Test
  void theVersionFollowsTheContentAndNothingElse() throws IOException {
    TestFolders.copy("good", folder);
    Files.writeString(folder.resolve("README.md"), "not read");
    assertThat(TestFolders.directory(folder).version())
        .isEqualTo(directory.version())
        .matches("[0-9a-f]{12}");

    Files.writeString(folder.resolve("more.yaml"), "organisations: [{id: o, name: O}]");
    assertThat(TestFolders.directory(folder).version()).isNotEqualTo(directory.version());
  }

  @Test
  void entriesMaySpreadOverFiles() throws IOException {
    TestFolders.copy("good", folder);
    Files.writeString(folder.resolve("a.yaml"), "organisations: [{id: annex, name: Annex}]");

    assertThat(TestFolders.directory(folder).organisations())
        .extracting(organisation -> organisation.id().value())
        .containsExactly("annex", "house");
  }
}
