package org.ariane.ops.bench.route;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectoryContent;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.CommuneCode;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.DispatchCentre;
import org.ariane.directory.place.Gazetteer;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.RegisteredCommune;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.policy.Policies;
import org.ariane.directory.schedule.HoursReading;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.schedule.PublicHolidays;
import org.ariane.directory.search.ServiceQuery;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Organisation;
import org.ariane.directory.service.OrganisationId;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.service.ServiceKind;
import org.ariane.directory.service.SpokenLanguage;

/// A made-up directory over a whole country, the same for the same size: a zone for each commune
/// and each department; of the services one in a hundred takes people from a whole country, two in
/// five from a department, the others from a commune and its neighbours in the list.
final class National {
  private static final long SEED = 20_261_124;
  private static final List<String> TAGS =
      List.of("fr", "nl", "de", "en", "ar", "tr", "es", "pt", "ru", "uk", "ti", "fa");
  private static final List<String> NEEDS =
      List.of(
          "urn:service:counseling",
          "urn:service:counseling.children",
          "urn:service:shelter",
          "urn:service:counseling.legal",
          "urn:service:counseling.police-social-work",
          "urn:service:counseling.sexual-violence");
  private static final List<ServiceKind> KINDS =
      List.of(
          ServiceKind.ASSOCIATION,
          ServiceKind.SHELTER,
          ServiceKind.LEGAL_AID,
          ServiceKind.POLICE_SOCIAL_WORKER,
          ServiceKind.PSYCHOLOGIST);

  private final Random random = new Random(SEED);
  private final List<RegisteredCommune> communes;
  private final List<OpeningHours> hours = hours();

  private National(Gazetteer gazetteer) {
    this.communes = gazetteer.communes();
  }

  static Directory of(Gazetteer gazetteer, int services) {
    National national = new National(gazetteer);
    Organisation organisation = new Organisation(new OrganisationId("o"), "Somebody", true);
    return new DirectoryContent(
            "national",
            List.of(organisation),
            IntStream.range(0, services).mapToObj(national::service).toList(),
            national.zones(),
            List.of(new DispatchCentre(new CentreId("centre"), "Centre", Country.FR, true)),
            List.of(),
            List.of(),
            Policies.USUAL,
            gazetteer)
        .toDirectory();
  }

  private List<Zone> zones() {
    List<Zone> zones = new ArrayList<>();
    Map<ZoneId, RegisteredCommune> seats = new HashMap<>();
    Map<ZoneId, Set<CommuneCode>> departments = new HashMap<>();
    for (RegisteredCommune commune : communes) {
      zones.add(zone(zoneOf(commune), commune, Set.of(commune.code())));
      seats.putIfAbsent(departmentOf(commune), commune);
      departments
          .computeIfAbsent(departmentOf(commune), key -> new HashSet<>())
          .add(commune.code());
    }
    seats.forEach((id, seat) -> zones.add(zone(id, seat, departments.getOrDefault(id, Set.of()))));
    return zones;
  }

  private static Zone zone(ZoneId id, RegisteredCommune commune, Set<CommuneCode> codes) {
    return new Zone(
        id,
        commune.name(),
        commune.code().country(),
        Optional.empty(),
        Set.of(),
        codes,
        List.of(ChainStep.desk(new CentreId("centre"))),
        Optional.empty(),
        new PhoneNumber("112"),
        Optional.empty(),
        true);
  }

  private static ZoneId zoneOf(RegisteredCommune commune) {
    return new ZoneId(commune.code().toString().toLowerCase(Locale.ROOT));
  }

  private static ZoneId departmentOf(RegisteredCommune commune) {
    String country = commune.code().country().code().toLowerCase(Locale.ROOT);
    return new ZoneId(country + "-d-" + commune.code().department().toLowerCase(Locale.ROOT));
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /// As many texts as a country of associations may write, each read once.
  private static List<OpeningHours> hours() {
    List<OpeningHours> hours = new ArrayList<>();
    PublicHolidays french = PublicHolidays.of(Country.FR, Optional.empty()).orElseThrow();
    for (int from = 16; from <= 21; from++) {
      for (int to = 32; to <= 40; to++) {
        String span = "%02d:%02d-%02d:%02d".formatted(from / 2, from % 2 * 30, to / 2, to % 2 * 30);
        for (String text :
            List.of("Mo-Fr " + span + "; PH off", "Mo-Sa " + span, "Tu,Th " + span)) {
          if (HoursReading.of(text, french) instanceof HoursReading.Understood(OpeningHours read)) {
            hours.add(read);
          }
        }
      }
    }
    IntStream.range(0, 30).forEach(i -> hours.add(OpeningHours.ALWAYS));
    return hours;
  }

  private Service service(int number) {
    int place = random.nextInt(communes.size());
    RegisteredCommune home = communes.get(place);
    Set<String> needs = new HashSet<>();
    IntStream.range(0, 1 + random.nextInt(2)).forEach(i -> needs.add(any(NEEDS)));
    List<SpokenLanguage> languages = new ArrayList<>();
    languages.add(new SpokenLanguage(Language.FR, OpeningHours.ALWAYS));
    IntStream.range(0, random.nextInt(4))
        .forEach(i ->
            languages.add(
                new SpokenLanguage(
                    new Language(any(TAGS)),
                    random.nextBoolean() ? OpeningHours.ALWAYS : any(hours))));
    return new Service(
        new ServiceId("s" + number),
        new OrganisationId("o"),
        "Service " + number,
        any(KINDS),
        needs,
        random.nextInt(3) == 0 ? EnumSet.of(Audience.WOMAN) : Set.of(),
        languages,
        coverage(number, place),
        List.of(new ServiceChannel.Phone(new PhoneNumber("+33199000001"), any(hours))),
        number % 100 == 0 || random.nextInt(4) == 0 ? Optional.empty() : middle(home),
        java.time.ZoneId.of("Europe/Paris"),
        LocalDate.of(2026, 11, 1),
        true);
  }

  private Coverage coverage(int number, int place) {
    RegisteredCommune home = communes.get(place);
    if (number % 100 == 0) {
      return new Coverage.Nationwide(Set.of(home.code().country()));
    }
    if (number % 5 < 2) {
      return new Coverage.InZones(Set.of(departmentOf(home)));
    }
    Set<ZoneId> zones = new HashSet<>();
    IntStream.range(0, 1 + random.nextInt(6))
        .forEach(i -> zones.add(zoneOf(communes.get((place + i) % communes.size()))));
    return new Coverage.InZones(zones);
  }

  private static Optional<Position> middle(RegisteredCommune commune) {
    return commune.outline().map(outline -> outline.within());
  }

  /// Somebody within a commune by chance.
  static ServiceQuery query(Gazetteer gazetteer, Random random) {
    List<RegisteredCommune> communes = gazetteer.communes();
    Optional<Position> position = middle(communes.get(random.nextInt(communes.size())));
    return new ServiceQuery(
        position,
        Optional.empty(),
        Language.parse(TAGS.get(random.nextInt(TAGS.size()))),
        Optional.of(NEEDS.get(random.nextInt(NEEDS.size()))),
        random.nextBoolean() ? Set.of(Audience.WOMAN) : Set.of(),
        Optional.of("phone"));
  }
}
