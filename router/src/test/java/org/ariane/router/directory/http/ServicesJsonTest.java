package org.ariane.router.directory.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Position;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.search.ServiceMatch;
import org.ariane.directory.service.Address;
import org.ariane.directory.service.Cost;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ListenerGender;
import org.ariane.directory.service.OrganisationId;
import org.ariane.directory.service.Particulars;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.Premises;
import org.ariane.directory.service.Provenance;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.service.ServiceKind;
import org.ariane.directory.service.SpokenLanguage;
import org.junit.jupiter.api.Test;

class ServicesJsonTest {
  private static final Instant NOW = Instant.parse("2026-11-24T18:00:00Z");
  private static final Premises DOOR =
      new Premises.Shown(
          Optional.of(new Position(50.62, 3.07)),
          Optional.of(
              new Address(List.of("1 rue Exemple"), Optional.of("59000"), "Lille", Country.FR)));
  private static final Particulars ALL =
      new Particulars(
          Optional.of("Listens."),
          new Cost(Cost.Charge.PAID, Optional.of("10 € a year")),
          Optional.of("a ramp"),
          Set.of(ListenerGender.MAN, ListenerGender.WOMAN),
          Optional.of(new Places(2, NOW, NOW.plusSeconds(3600))));

  @Test
  void particularsAreShownWithTheirSource() {
    JsonObject json = shown(DOOR, ALL, NOW);

    assertThat(json.getString("description")).isEqualTo("Listens.");
    assertThat(json.getJsonObject("cost"))
        .isEqualTo(new JsonObject().put("charge", "paid").put("terms", "10 € a year"));
    assertThat(json.getString("accessibility")).isEqualTo("a ramp");
    assertThat(json.getJsonArray("listeners")).isEqualTo(new JsonArray(List.of("woman", "man")));
    assertThat(json.getJsonObject("places").getInteger("free")).isEqualTo(2);
    assertThat(json.getJsonObject("address").getString("city")).isEqualTo("Lille");
    assertThat(json.getJsonObject("source").getString("licence")).isEqualTo("etalab-2.0");
    assertThat(json.getBoolean("stale")).isFalse();
    assertThat(json.getBoolean("addressProtected")).isFalse();
  }

  @Test
  void anOldRecordIsStaleAndItsPlacesAreUnknown() {
    JsonObject later = shown(DOOR, ALL, NOW.plusSeconds(200L * 24 * 3600));

    assertThat(later.getBoolean("stale")).isTrue();
    assertThat(later.containsKey("places")).isFalse();
  }

  @Test
  void aProtectedPlaceShowsNothingButThatItIsOne() {
    JsonObject json = shown(new Premises.Protected(), Particulars.UNKNOWN, NOW);

    assertThat(json.getBoolean("addressProtected")).isTrue();
    assertThat(json.fieldNames()).doesNotContain("address", "cost", "listeners", "description");
    assertThat(json.getValue("distanceKm")).isNull();
  }

  private static JsonObject shown(Premises premises, Particulars particulars, Instant at) {
    Service service =
        new Service(
            new ServiceId("service"),
            new OrganisationId("house"),
            "Service",
            ServiceKind.ASSOCIATION,
            Set.of(),
            Set.of(),
            List.of(new SpokenLanguage(Language.FR, OpeningHours.ALWAYS)),
            new Coverage.Nationwide(Set.of(Country.FR)),
            List.of(new ServiceChannel.Phone(new PhoneNumber("3919"), OpeningHours.ALWAYS)),
            premises,
            ZoneId.of("Europe/Paris"),
            LocalDate.of(2026, 11, 1),
            false,
            particulars,
            Optional.of(
                new Provenance(
                    "elsewhere",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("etalab-2.0"),
                    Optional.empty())));
    ServiceMatch match =
        new ServiceMatch(
            service,
            true,
            Optional.empty(),
            Language.FR,
            Optional.empty(),
            service.particulars().places().filter(places -> places.knownAt(at)),
            List.of());
    return ServicesJson.services(List.of(match), Optional.empty(), at)
        .getJsonArray("services")
        .getJsonObject(0);
  }
}
