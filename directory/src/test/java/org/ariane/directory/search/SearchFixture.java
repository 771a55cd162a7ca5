package org.ariane.directory.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneIndex;
import org.ariane.directory.schedule.HoursReading;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.schedule.PublicHolidays;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.OrganisationId;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.service.ServiceKind;
import org.ariane.directory.service.SpokenLanguage;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/// A small country: `town` (94000) within `county` (also 94100), `far` (59000), and `listed`, known
/// by its postcode 94200 only. Monday 2027-02-01 at noon is `NOON`.
final class SearchFixture {
  static final Instant NOON = OffsetDateTime.parse("2027-02-01T12:00:00+01:00").toInstant();
  static final Position IN_TOWN = new Position(48.1, 2.1);
  static final List<Zone> ZONES =
      List.of(
          zone("county", new Envelope(2, 3, 48, 49), "94000", "94100"),
          zone("town", new Envelope(2, 2.2, 48, 48.2), "94000"),
          zone("far", new Envelope(6, 6.2, 48, 48.2), "59000"),
          zone("listed", new Envelope(), "94200"));

  private SearchFixture() {}

  static SearchResult search(ServiceQuery query, Service... services) {
    return of(services).search(query, NOON);
  }

  static ServiceSearch of(Service... services) {
    return new ServiceSearch(List.of(services), ZONES, new ZoneIndex(ZONES));
  }

  static List<String> found(ServiceQuery query, Service... services) {
    return search(query, services).matches().stream()
        .map(match -> match.service().id().value())
        .toList();
  }

  static ServiceMatch only(ServiceQuery query, Service service) {
    return search(query, service).matches().getFirst();
  }

  static List<Reason> against(ServiceQuery query, Service service) {
    return search(query, service).passedOver().stream()
        .flatMap(passed -> passed.reasons().stream())
        .toList();
  }

  private static Zone zone(String id, Envelope box, String... postcodes) {
    Set<Postcode> all =
        Arrays.stream(postcodes)
            .flatMap(digits -> Postcode.parse(digits).stream())
            .collect(Collectors.toSet());
    return new Zone(
        new org.ariane.directory.place.ZoneId(id),
        id,
        Country.FR,
        box.isNull() ? Optional.empty() : Optional.of(new GeometryFactory().toGeometry(box)),
        all,
        List.of(ChainStep.desk(new CentreId("centre"))),
        Optional.empty(),
        new PhoneNumber("112"),
        Optional.empty(),
        true);
  }

  static OpeningHours hours(String text) {
    return switch (HoursReading.of(text, PublicHolidays.NONE)) {
      case HoursReading.Understood(OpeningHours hours) -> hours;
      case HoursReading.Refused(String reason) -> throw new AssertionError(reason);
    };
  }

  static Coverage zones(String... ids) {
    return new Coverage.InZones(
        Arrays.stream(ids).map(org.ariane.directory.place.ZoneId::new).collect(Collectors.toSet()));
  }

  static ServiceBuilder service(String id) {
    return new ServiceBuilder(id);
  }

  /// A French association on the telephone at all hours, unless said otherwise.
  static final class ServiceBuilder {
    private final String id;
    private ServiceKind kind = ServiceKind.ASSOCIATION;
    private Set<String> needs = Set.of("urn:service:counseling");
    private Set<Audience> audiences = Set.of();
    private List<SpokenLanguage> languages =
        List.of(new SpokenLanguage(Language.FR, OpeningHours.ALWAYS));
    private Coverage coverage = new Coverage.Nationwide(Set.of(Country.FR));
    private List<ServiceChannel> channels = List.of(phone("24/7"));
    private Optional<Position> site = Optional.empty();

    private ServiceBuilder(String id) {
      this.id = id;
    }

    static ServiceChannel phone(String hours) {
      return new ServiceChannel.Phone(new PhoneNumber("3919"), hours(hours));
    }

    ServiceBuilder kind(ServiceKind to) {
      kind = to;
      return this;
    }

    ServiceBuilder needs(String... to) {
      needs = Set.of(to);
      return this;
    }

    ServiceBuilder takes(Audience... to) {
      audiences = Set.of(to);
      return this;
    }

    ServiceBuilder speaks(String... tagsWithHours) {
      languages =
          Arrays.stream(tagsWithHours)
              .map(each -> each.split("@", 2))
              .map(each ->
                  new SpokenLanguage(
                      new Language(each[0]), hours(each.length == 2 ? each[1] : "24/7")))
              .toList();
      return this;
    }

    ServiceBuilder in(Coverage to) {
      coverage = to;
      return this;
    }

    ServiceBuilder open(String hours) {
      channels = List.of(phone(hours));
      return this;
    }

    ServiceBuilder by(Collection<ServiceChannel> to) {
      channels = List.copyOf(to);
      return this;
    }

    ServiceBuilder at(double lat, double lon) {
      site = Optional.of(new Position(lat, lon));
      return this;
    }

    Service build() {
      return new Service(
          new ServiceId(id),
          new OrganisationId("somebody"),
          id,
          kind,
          needs,
          audiences,
          languages,
          coverage,
          channels,
          site,
          ZoneId.of("Europe/Paris"),
          LocalDate.of(2026, 11, 1),
          true);
    }
  }
}
