package org.ariane.directory.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Position;
import org.ariane.directory.service.Address;
import org.ariane.directory.service.Cost;
import org.ariane.directory.service.ListenerGender;
import org.ariane.directory.service.Particulars;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.Premises;
import org.ariane.directory.service.Provenance;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenParticularsTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenOfAServiceIsHeld() {
    Service service = service("service", TestFolders.folder("good"));

    assertThat(service.particulars())
        .isEqualTo(
            new Particulars(
                Optional.of("Listens to women.\nStays with them."),
                new Cost(Cost.Charge.PAID, Optional.of("10 € a year")),
                Optional.of("a ramp at the back door"),
                Set.of(ListenerGender.WOMAN),
                Optional.of(
                    new Places(
                        2,
                        Instant.parse("2026-11-24T17:00:00Z"),
                        Instant.parse("2026-11-25T09:00:00Z")))));
    assertThat(service.premises())
        .isEqualTo(
            new Premises.Shown(
                Optional.of(new Position(48.5, 2.5)),
                Optional.of(
                    new Address(
                        List.of("Bâtiment B", "1 rue Exemple"),
                        Optional.of("67000"),
                        "Strasbourg",
                        Country.FR))));
    assertThat(service.provenance())
        .contains(
            new Provenance(
                "elsewhere",
                Optional.of("elsewhere--42"),
                Optional.of(LocalDate.of(2026, 10, 1)),
                Optional.of("etalab-2.0"),
                Optional.of("https://example.org/42")));
  }

  @Test
  void whatIsNotWrittenIsUnknown() throws IOException {
    Service service = changed("kind: association", "");

    assertThat(service.particulars()).isEqualTo(Particulars.UNKNOWN);
    assertThat(service.premises()).isEqualTo(new Premises.Unknown());
    assertThat(service.provenance()).isEmpty();
  }

  @Test
  void theDoorOfAShelterIsNotHeldUnlessSaidToBePublic() throws IOException {
    assertThat(changed("kind: shelter", "").premises()).isEqualTo(new Premises.Protected());
    assertThat(changed("kind: shelter", "site: {lat: 48.5, lon: 2.5}").premises())
        .isEqualTo(new Premises.Protected());
    assertThat(changed("kind: shelter", "site: {lat: 48.5, lon: 2.5}\n    protected: false").site())
        .contains(new Position(48.5, 2.5));
    assertThat(changed("kind: association", "protected: true").premises())
        .isEqualTo(new Premises.Protected());
  }

  private Service changed(String kind, String more) throws IOException {
    if (!Files.exists(folder.resolve("directory.yaml"))) {
      TestFolders.copy("good", folder);
    }
    Files.writeString(
        folder.resolve("another.yaml"),
        """
        services:
          - id: another
            organisation: house
            name: Another
            %s
            country: FR
            languages: [fr]
            coverage: {countries: [FR]}
            channels: [{kind: phone, number: "3919", hours: 24/7}]
            confirmed-at: 2026-11-01
            %s
        """
            .formatted(kind, more));
    return service("another", folder);
  }

  private static Service service(String id, Path of) {
    return TestFolders.directory(of).service(new ServiceId(id)).orElseThrow();
  }
}
