package org.ariane.directory.lost;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectoryContent;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.DispatchCentre;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.schedule.HoursReading;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.schedule.PublicHolidays;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Organisation;
import org.ariane.directory.service.OrganisationId;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.service.ServiceKind;
import org.ariane.directory.service.SpokenLanguage;
import org.locationtech.jts.geom.Geometry;

/// Directories from a seed, worse than real ones: round zones of two countries that overlap at
/// random, some known by postcodes only, and services that cover any of them at any hours.
final class MadeUpDirectory {
  private static final CentreId CENTRE = new CentreId("centre");
  private static final List<String> HOURS =
      List.of("24/7", "Mo-Fr 09:00-17:00", "Sa 10:00-12:00", "We 08:00-11:00");
  private static final List<String> NEEDS =
      List.of("urn:service:counseling", "urn:service:counseling.children", "urn:service:shelter");

  private final Random random;

  MadeUpDirectory(long seed) {
    random = new Random(seed);
  }

  /// Over 48..49 N, 2..3 E.
  Directory make() {
    List<Zone> zones = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      zones.add(zone(i));
    }
    List<Service> services = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      services.add(service(i, zones));
    }
    return new DirectoryContent(
            "v" + random.nextLong(),
            List.of(new Organisation(new OrganisationId("org"), "Org <&>", true)),
            services,
            zones,
            List.of(new DispatchCentre(CENTRE, "Centre", Country.FR, true)),
            List.of())
        .toDirectory();
  }

  private Zone zone(int i) {
    Country country = random.nextInt(3) == 0 ? Country.BE : Country.FR;
    Position middle = new Position(48 + random.nextDouble(), 2 + random.nextDouble());
    Geometry round = ShapeOutline.circle(middle, 2_000 + 40_000 * random.nextDouble());
    boolean listed = random.nextInt(7) == 0;
    String digits = (country.equals(Country.FR) ? "940" : "10") + (10 + i % 6);
    return new Zone(
        new ZoneId("zone-" + i),
        "Zone " + i + " \u0001 & <more>",
        country,
        listed ? Optional.empty() : Optional.of(round),
        Set.of(new Postcode(country, digits)),
        List.of(ChainStep.desk(CENTRE)),
        Optional.of(new PhoneNumber("+33199009470")),
        new PhoneNumber(country.equals(Country.FR) ? "17" : "112"),
        Optional.empty(),
        random.nextBoolean());
  }

  private Service service(int i, List<Zone> zones) {
    return new Service(
        new ServiceId("service-" + i),
        new OrganisationId("org"),
        "Service " + i,
        ServiceKind.ASSOCIATION,
        Set.of(NEEDS.get(random.nextInt(NEEDS.size()))),
        Set.of(),
        List.of(new SpokenLanguage(Language.FR, OpeningHours.ALWAYS)),
        coverage(zones),
        List.of(
            new ServiceChannel.Phone(
                new PhoneNumber(random.nextBoolean() ? "3919" : "+33199000001"),
                hours(HOURS.get(random.nextInt(HOURS.size()))))),
        Optional.of(new Position(48.123456, 2.654321)),
        ZoneOffset.UTC,
        LocalDate.of(2026, 11, 1),
        random.nextBoolean());
  }

  private Coverage coverage(List<Zone> zones) {
    if (random.nextInt(4) == 0) {
      return new Coverage.Nationwide(
          random.nextBoolean() ? Set.of(Country.FR) : Set.of(Country.FR, Country.BE));
    }
    Set<ZoneId> ids = new HashSet<>();
    for (int j = 0; j <= random.nextInt(4); j++) {
      ids.add(zones.get(random.nextInt(zones.size())).id());
    }
    return new Coverage.InZones(ids);
  }

  private static OpeningHours hours(String text) {
    return switch (HoursReading.of(text, PublicHolidays.NONE)) {
      case HoursReading.Understood(OpeningHours hours) -> hours;
      case HoursReading.Refused(String reason) -> throw new AssertionError(reason);
    };
  }
}
