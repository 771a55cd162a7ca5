package org.ariane.directory.search;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.CommuneCode;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Gazetteer;
import org.ariane.directory.place.Outline;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.RegisteredCommune;
import org.ariane.directory.place.Zone;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Cost;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ListenerGender;
import org.ariane.directory.service.OrganisationId;
import org.ariane.directory.service.Particulars;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.Premises;
import org.ariane.directory.service.SaidPlaces;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.service.ServiceKind;
import org.ariane.directory.service.SpokenLanguage;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/// Zones, services, questions and instants by chance: few of each value, so that they meet often.
final class RandomDirectory {
  private static final List<String> TAGS = List.of("fr", "nl", "ar", "en", "nl-BE", "ar-MA", "ti");
  private static final List<String> NEEDS =
      List.of(
          "urn:service:counseling",
          "urn:service:counseling.children",
          "urn:service:counseling.perpetrator",
          "urn:service:shelter");
  private static final List<OpeningHours> HOURS =
      List.of(
          OpeningHours.ALWAYS,
          SearchFixture.hours("Mo-Fr 09:00-17:00"),
          SearchFixture.hours("22:00-06:00"),
          SearchFixture.hours("Tu 13:30-14:15"),
          SearchFixture.hours("Mo-Su 01:30-02:45"),
          SearchFixture.hours("Dec 24 10:00-12:00"),
          SearchFixture.hours("off"));
  private static final List<ZoneId> TIMES =
      List.of(ZoneId.of("Europe/Paris"), ZoneId.of("Indian/Reunion"));
  private static final List<Instant> MOMENTS =
      List.of(
          Instant.parse("2026-10-25T00:59:30Z"),
          Instant.parse("2027-03-28T00:59:59.5Z"),
          Instant.parse("2027-02-01T11:00:00Z"),
          Instant.parse("2026-12-31T22:59:00Z"));

  private final Random random;
  final Gazetteer gazetteer;
  final List<Zone> zones;
  final List<Service> services;

  RandomDirectory(Random random, int zones, int services) {
    this.random = random;
    this.gazetteer = new Gazetteer(IntStream.range(0, 6).mapToObj(this::commune).toList());
    this.zones = IntStream.range(0, zones).mapToObj(this::zone).toList();
    this.services = IntStream.range(0, services).mapToObj(this::service).toList();
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private RegisteredCommune commune(int number) {
    Envelope box = new Envelope(2 + number, 3 + number, 48, 49 + random.nextInt(2));
    return new RegisteredCommune(
        code(number),
        List.of("c" + number),
        oneIn(2) ? Set.of() : Set.of(postcode(true)),
        oneIn(3)
            ? Optional.empty()
            : Optional.of(Outline.of(new GeometryFactory().toGeometry(box))));
  }

  private static CommuneCode code(int number) {
    return new CommuneCode(Country.FR, "5900" + number);
  }

  private Zone zone(int number) {
    boolean french = !oneIn(4);
    double lon = french ? 2 + random.nextInt(4) : 8;
    double lat = 48 + random.nextInt(3);
    double side = oneIn(3) ? 2 : 0.25 * (1 + random.nextInt(4));
    boolean listsNone = oneIn(4);
    Set<Postcode> postcodes = new HashSet<>();
    for (int i = 0; !listsNone && i < 1 + random.nextInt(3); i++) {
      postcodes.add(postcode(french));
    }
    Set<CommuneCode> communes = new HashSet<>();
    for (int i = 0; french && oneIn(3) && i < 2; i++) {
      communes.add(code(random.nextInt(7)));
    }
    boolean drawn = (listsNone && communes.isEmpty()) || !oneIn(3);
    return new Zone(
        new org.ariane.directory.place.ZoneId("z" + number),
        "z" + number,
        french ? Country.FR : Country.BE,
        drawn
            ? Optional.of(
                new GeometryFactory().toGeometry(new Envelope(lon, lon + side, lat, lat + side)))
            : Optional.empty(),
        postcodes,
        communes,
        List.of(ChainStep.desk(new CentreId("centre"))),
        Optional.empty(),
        new PhoneNumber("112"),
        Optional.empty(),
        true);
  }

  private Postcode postcode(boolean french) {
    return french
        ? new Postcode(Country.FR, "5900" + random.nextInt(5))
        : new Postcode(Country.BE, "100" + random.nextInt(3));
  }

  private Service service(int number) {
    Set<String> needs = new HashSet<>();
    IntStream.range(0, random.nextInt(3)).forEach(i -> needs.add(any(NEEDS)));
    List<SpokenLanguage> languages = new ArrayList<>();
    IntStream.range(0, random.nextInt(4))
        .forEach(i -> languages.add(new SpokenLanguage(new Language(any(TAGS)), any(HOURS))));
    List<ServiceChannel> channels = new ArrayList<>();
    IntStream.range(0, 1 + random.nextInt(2)).forEach(i -> channels.add(channel()));
    return new Service(
        new ServiceId("s" + number),
        new OrganisationId("o"),
        "s" + number,
        oneIn(6) ? ServiceKind.PERPETRATOR_PROGRAMME : any(List.of(ServiceKind.values())),
        needs,
        audiences(),
        languages,
        coverage(),
        channels,
        oneIn(2)
            ? new Premises.Shown(Optional.of(position()), Optional.empty())
            : new Premises.Protected(),
        any(TIMES),
        LocalDate.of(2026, 11, 1),
        true,
        particulars(),
        Optional.empty());
  }

  private Particulars particulars() {
    Set<ListenerGender> listeners = EnumSet.noneOf(ListenerGender.class);
    IntStream.range(0, random.nextInt(3))
        .forEach(i -> listeners.add(any(List.of(ListenerGender.values()))));
    Instant said = any(MOMENTS);
    return new Particulars(
        Optional.empty(),
        new Cost(any(List.of(Cost.Charge.values())), Optional.empty()),
        oneIn(2) ? Optional.of("a ramp") : Optional.empty(),
        listeners,
        oneIn(3)
            ? Optional.of(new Places(random.nextInt(2), said, said.plus(Duration.ofHours(20))))
            : Optional.empty());
  }

  /// What some of them said since, newer or older than their records.
  SaidPlaces said() {
    Map<ServiceId, Places> said = new HashMap<>();
    for (Service service : oneIn(3) ? List.<Service>of() : services) {
      if (oneIn(2)) {
        Instant from = any(MOMENTS).plus(Duration.ofHours(random.nextInt(5) - 2));
        OptionalInt free = oneIn(4) ? OptionalInt.empty() : OptionalInt.of(random.nextInt(2));
        said.put(
            service.id(),
            new Places(free, from, from.plus(Duration.ofHours(1 + random.nextInt(30)))));
      }
    }
    return SaidPlaces.of(said);
  }

  private ServiceChannel channel() {
    return switch (random.nextInt(4)) {
      case 0 -> new ServiceChannel.Desk(any(HOURS));
      case 1 -> new ServiceChannel.Web("https://example.org", any(HOURS));
      default -> new ServiceChannel.Phone(new PhoneNumber("3919"), any(HOURS));
    };
  }

  private Coverage coverage() {
    if (zones.isEmpty() || oneIn(3)) {
      return new Coverage.Nationwide(oneIn(5) ? Set.of(Country.FR, Country.BE) : Set.of(country()));
    }
    Set<org.ariane.directory.place.ZoneId> ids = new HashSet<>();
    IntStream.range(0, 1 + random.nextInt(3)).forEach(i -> ids.add(any(zones).id()));
    if (oneIn(20)) {
      ids.add(new org.ariane.directory.place.ZoneId("nobody-knows-it"));
    }
    return new Coverage.InZones(ids);
  }

  private Country country() {
    return oneIn(4) ? Country.BE : Country.FR;
  }

  private Set<Audience> audiences() {
    Set<Audience> some = EnumSet.noneOf(Audience.class);
    IntStream.range(0, random.nextInt(3)).forEach(i -> some.add(any(List.of(Audience.values()))));
    return some;
  }

  /// Often on a border, and on few spots, so that distances are equal.
  private Position position() {
    return new Position(48 + random.nextInt(9) / 4.0, 2 + random.nextInt(20) / 4.0);
  }

  ServiceQuery query() {
    ServiceQuery query = query(oneIn(2));
    query = oneIn(4) ? query.in(code(random.nextInt(7))) : query;
    query = oneIn(5) ? query.of(Set.of(any(List.of(ServiceKind.values())))) : query;
    return oneIn(3)
        ? query.wishing(
            new Wishes(
                oneIn(3),
                oneIn(3),
                oneIn(2) ? Optional.of(any(List.of(ListenerGender.values()))) : Optional.empty(),
                oneIn(3),
                oneIn(3)))
        : query;
  }

  private ServiceQuery query(boolean placed) {
    return new ServiceQuery(
        placed ? Optional.of(position()) : Optional.empty(),
        oneIn(2) ? Optional.of(postcode(!oneIn(4))) : Optional.empty(),
        oneIn(4) ? Optional.empty() : Language.parse(any(TAGS)),
        oneIn(2) ? Optional.of(any(NEEDS)) : Optional.empty(),
        audiences(),
        oneIn(3)
            ? Optional.empty()
            : Optional.of(any(List.of("phone", "phone", "desk", "web", "pigeon"))));
  }

  /// Near a change of the clock or of the year, so that hours differ from one to the next.
  Instant at() {
    return any(MOMENTS).plus(Duration.ofSeconds(random.nextInt(2 * 86_400) - 86_400));
  }
}
