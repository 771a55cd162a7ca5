package org.ariane.router.dispatch;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.ExpectedDelay;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.service.Language;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.alarm.Address;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Fix;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.identity.Ulid;
import org.ariane.router.priority.yaml.YamlPriorityPolicy;
import org.ariane.router.redlist.RedListEntry;
import org.ariane.router.redlist.RedListEntryId;
import org.ariane.router.redlist.RedListFacts;
import org.ariane.router.redlist.RedListMark;
import org.ariane.router.redlist.RedListMatch;
import org.ariane.router.redlist.RedListSubject;

/// Alarms and incidents for tests.
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-11-21T21:41:07.412345678Z");
  public static final CentreId FIRST = new CentreId("fr-94-cic");
  public static final CentreId SECOND = new CentreId("fr-94-duty");
  public static final CentreId THIRD = new CentreId("fr-59-cic");
  public static final Ulid ULIDS = new Ulid(InstantSource.system(), new SecureRandom());
  public static final AnswerTimes TIMES =
      new AnswerTimes(
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(120),
          Duration.ofSeconds(300));
  public static final IncidentLife LIFE = new IncidentLife(YamlPriorityPolicy.shipped(), TIMES);

  private Samples() {}

  public static Alarm alarm(Trigger trigger, Instant at) {
    return alarm(trigger, at, false);
  }

  public static Alarm exercise(Instant at) {
    return alarm(Trigger.BUTTON, at, true);
  }

  private static Alarm alarm(Trigger trigger, Instant at, boolean exercise) {
    return new Alarm(
        new AlarmSource.App("app-1"),
        ULIDS.next(),
        ULIDS.next(),
        at,
        Optional.of(at),
        trigger,
        Optional.of(new PhoneNumber("+33612345678")),
        Optional.of(fix(48.8065, at)),
        Optional.of(
            new Address(
                Optional.of("12 rue des Tilleuls"),
                Optional.of("94700"),
                Optional.empty(),
                Optional.of("FR"))),
        Optional.of(Language.AR),
        Optional.of("he is at the door"),
        Optional.of(false),
        false,
        exercise,
        Optional.empty(),
        Optional.of("raw \u00e9"),
        List.of("/canTalk"));
  }

  public static Fix fix(double lat, Instant at) {
    return new Fix(
        new Position(lat, 2.438), OptionalDouble.of(18.5), Optional.of("gps"), Optional.of(at));
  }

  public static Placement placement() {
    Zone zone =
        new Zone(
            new ZoneId("fr-94-maisons-alfort"),
            "Maisons-Alfort",
            Country.FR,
            Optional.empty(),
            Set.of(new Postcode(Country.FR, "94700")),
            List.of(FIRST, SECOND, THIRD).stream().map(ChainStep::desk).toList(),
            Optional.empty(),
            new PhoneNumber("112"),
            Optional.empty(),
            true);
    return new Placement(Optional.of(zone), zone.chain(), zone.emergencyNumber(), false, List.of());
  }

  /// In the area of another force.
  public static Placement elsewhere() {
    Zone zone =
        new Zone(
            new ZoneId("fr-59-lille"),
            "Lille",
            Country.FR,
            Optional.empty(),
            Set.of(new Postcode(Country.FR, "59000")),
            List.of(ChainStep.desk(THIRD)),
            Optional.empty(),
            new PhoneNumber("112"),
            Optional.of(new ExpectedDelay(35, "measured")),
            true);
    return new Placement(Optional.of(zone), zone.chain(), zone.emergencyNumber(), false, List.of());
  }

  public static Placement nowhere() {
    return new Placement(
        Optional.empty(),
        List.of(ChainStep.desk(FIRST)),
        new PhoneNumber("112"),
        false,
        List.of("/position"));
  }

  public static Transition opened(Trigger trigger) {
    return LIFE.open(
        IncidentId.mint(ULIDS),
        AlarmId.mint(ULIDS),
        alarm(trigger, NOW),
        placement(),
        Background.Known.NOTHING);
  }

  public static Incident incident(Trigger trigger) {
    return opened(trigger).next();
  }

  /// What is known beforehand where an entry of the red list matches.
  public static Background.Known marked() {
    RedListEntry entry =
        new RedListEntry(
            RedListEntryId.mint(ULIDS),
            new RedListSubject.OfAddress(
                new Address(
                    Optional.of("12 rue des Tilleuls"),
                    Optional.of("94700"),
                    Optional.empty(),
                    Optional.of("FR"))),
            new RedListFacts(
                mark().seriousness(),
                mark().reasonCode(),
                List.of(),
                "convention",
                LocalDate.of(2027, 1, 1)),
            new ZoneId("fr-94-maisons-alfort"),
            new PrincipalId("registrar-1"),
            NOW,
            List.of(),
            Optional.empty(),
            0);
    return new Background.Known(new RedListMatch(Optional.of(entry), 1), List.of(), List.of());
  }

  public static RedListMark mark() {
    return new RedListMark(RedListMark.Kind.ADDRESS, 4, "weapon-threat");
  }

  public static Holder dispatcher(String position, Instant at) {
    return dispatcher(FIRST, position, at);
  }

  public static Holder dispatcher(CentreId centre, String position, Instant at) {
    return new Holder(
        new PrincipalId("dispatcher-" + position),
        Role.DISPATCHER,
        centre,
        Optional.of(position),
        at);
  }
}
