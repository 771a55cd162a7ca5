package org.ariane.ivr.telephony;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectoryContent;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.Commune;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.DispatchCentre;
import org.ariane.directory.place.Gazetteer;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.policy.Policies;
import org.ariane.directory.policy.PolicyId;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Line;
import org.ariane.directory.service.LineId;
import org.ariane.directory.service.Organisation;
import org.ariane.directory.service.OrganisationId;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.service.ServiceKind;
import org.ariane.directory.service.SpokenLanguage;
import org.ariane.ivr.asterisk.AsteriskSettings;
import org.ariane.ivr.asterisk.CallBacks;
import org.ariane.ivr.asterisk.VoiceModule;
import org.ariane.ivr.asterisk.VoiceParts;
import org.ariane.ivr.flow.Flows;
import org.ariane.ivr.flow.Surroundings;
import org.ariane.ivr.flow.yaml.ShippedFlows;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.access.Roster;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.alarm.AlarmStatus;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.assignment.LiveSwitchboard;
import org.ariane.router.assignment.OfferId;
import org.ariane.router.assignment.SwitchboardSettings;
import org.ariane.router.contact.ContactId;
import org.ariane.router.desk.DeskNews;
import org.ariane.router.desk.DeskPort;
import org.ariane.router.desk.PassedOn;
import org.ariane.router.dispatch.DutyOfficer;
import org.ariane.router.identity.Ulid;
import org.ariane.router.plan.Plans;
import org.ariane.router.plan.RoutingPlan;
import org.ariane.router.plan.Step;
import org.ariane.router.transfer.Supervisions;
import org.ariane.router.transfer.TransferId;
import org.ariane.router.transfer.Transfers;

/// A server's telephone half around a real switch: the true switchboard and voice module, a plan of
/// two operators and then one service's number, an alarm intake that only remembers.
public final class House implements AutoCloseable {
  public static final PhoneNumber SERVICE = new PhoneNumber("+33199000001");
  public static final PhoneNumber AGREED = new PhoneNumber("+33199000017");
  static final PhoneNumber PERPETRATORS = new PhoneNumber("+33801901911");
  public static final Duration OFFERING = Duration.ofSeconds(25);

  public static final PhoneNumber SHELTER_NUMBER = new PhoneNumber("+33199000021");
  public static final ServiceId SHELTER = new ServiceId("shelter");
  public static final ServiceId INTERPRETER = new ServiceId("interpreter");
  public static final PrincipalId SUPERVISOR = new PrincipalId("supervisor-1");

  static final PhoneNumber ASSOCIATION = new PhoneNumber("+33199000022");

  private static final OrganisationId HELPLINE = new OrganisationId("helpline");
  private static final Flows FLOWS =
      ShippedFlows.flows(Surroundings.anyService(ShippedFlows.prompts(), true));
  static final ServiceId DESK = new ServiceId("desk");

  private static final List<Step> STANDARD =
      List.of(
          new Step.Offer(List.of(DESK), List.of(), OFFERING, true, List.of()),
          new Step.Ring(new ServiceId("service"), SERVICE, Duration.ofSeconds(15), List.of()));

  public final List<Alarm> alarms = new CopyOnWriteArrayList<>();
  public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  public final LiveSwitchboard switchboard;
  public final Transfers transfers;
  public final Supervisions supervisions;

  /// What desks were told, in order.
  public final List<DeskNews> news = new CopyOnWriteArrayList<>();

  /// What may be shown of callers who were passed on.
  public final Map<ContactId, PassedOn> passedOn = new ConcurrentHashMap<>();

  private final DeskPort desks =
      new DeskPort() {
        @Override
        public void tell(PrincipalId operator, DeskNews told) {
          news.add(told);
        }

        @Override
        public void passedOn(ContactId contact, PassedOn shown) {
          passedOn.put(contact, shown);
        }
      };

  private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
  private final Ulid ulids = new Ulid(InstantSource.system(), new SecureRandom());
  private final VoiceModule voice;

  public House(AsteriskSettings settings) {
    this(settings, Map.of());
  }

  public House(AsteriskSettings settings, Map<CentreId, DutyOfficer> dutyOfficers) {
    this(List.of(settings), dutyOfficers, STANDARD);
  }

  /// With several switches.
  public House(List<AsteriskSettings> settings, Map<CentreId, DutyOfficer> dutyOfficers) {
    this(settings, dutyOfficers, STANDARD);
  }

  /// @param steps of everybody's plan
  public House(
      List<AsteriskSettings> settings, Map<CentreId, DutyOfficer> dutyOfficers, List<Step> steps) {
    switchboard =
        new LiveSwitchboard(
            SwitchboardSettings.STANDARD,
            plans(steps),
            roster(settings)::find,
            () -> OfferId.mint(ulids),
            InstantSource.system(),
            virtualThreads,
            fault -> {
              throw new IllegalStateException(fault);
            });
    transfers =
        new Transfers(
            switchboard,
            House::directory,
            roster(settings),
            desks,
            () -> TransferId.mint(ulids),
            InstantSource.system(),
            (kind, outcome) ->
                meters
                    .counter("ariane.call.transfers", "kind", kind.wireName(), "outcome", outcome)
                    .increment());
    switchboard.watch(transfers);
    supervisions =
        new Supervisions(switchboard, House::directory, roster(settings), desks, mode -> {});
    try {
      voice =
          VoiceModule.start(
              settings,
              new VoiceParts(
                  () -> FLOWS,
                  ShippedFlows.prompts(),
                  switchboard,
                  transfers,
                  supervisions,
                  intake(),
                  House::directory,
                  roster(settings),
                  dutyOfficers,
                  CallBacks.none(),
                  () -> ContactId.mint(ulids),
                  InstantSource.system(),
                  meters,
                  virtualThreads));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Plans plans(List<Step> steps) {
    RoutingPlan plan = new RoutingPlan("test", new PolicyId("test"), "test", steps, List.of());
    return (request, staffing, at) -> plan;
  }

  private AlarmIntake intake() {
    IncidentId incident = new IncidentId("in-" + ulids.next());
    return alarm -> {
      alarms.add(alarm);
      return new Receipt.Accepted(
          AlarmId.mint(ulids),
          incident,
          AlarmStatus.RECEIVED,
          true,
          30,
          new PhoneNumber("17"),
          List.of());
    };
  }

  private static Directory directory() {
    CentreId centre = new CentreId("fr-94-cic");
    Zone zone =
        new Zone(
            new ZoneId("fr-94-maisons-alfort"),
            "Maisons-Alfort",
            Country.FR,
            Optional.empty(),
            Set.of(new Postcode(Country.FR, "94700")),
            List.of(ChainStep.desk(centre)),
            Optional.of(AGREED),
            new PhoneNumber("17"),
            Optional.empty(),
            true);
    return new DirectoryContent(
            "test",
            List.of(new Organisation(HELPLINE, "Helpline", true)),
            List.of(
                service(DESK, ServiceKind.HOTLINE, new ServiceChannel.Desk(OpeningHours.ALWAYS)),
                service(
                    SHELTER,
                    ServiceKind.SHELTER,
                    new ServiceChannel.Phone(SHELTER_NUMBER, OpeningHours.ALWAYS)),
                service(
                    new ServiceId("association"),
                    ServiceKind.ASSOCIATION,
                    new ServiceChannel.Phone(ASSOCIATION, OpeningHours.ALWAYS)),
                service(
                    INTERPRETER,
                    ServiceKind.INTERPRETER,
                    new ServiceChannel.Phone(SHELTER_NUMBER, OpeningHours.ALWAYS))),
            List.of(zone),
            List.of(new DispatchCentre(centre, "CIC 94", Country.FR, true)),
            List.of(line("3919", new PhoneNumber("3919")), line("perpetrators", PERPETRATORS)),
            List.of(
                new Commune("Maisons-Alfort", new Postcode(Country.FR, "94700")),
                new Commune("Alfortville", new Postcode(Country.FR, "94140"))),
            Policies.USUAL,
            Gazetteer.EMPTY)
        .toDirectory();
  }

  private static Line line(String id, PhoneNumber number) {
    return new Line(
        new LineId(id), id, number, List.of(DESK), OFFERING, List.of(), Optional.empty());
  }

  private static Service service(ServiceId id, ServiceKind kind, ServiceChannel channel) {
    return new Service(
        id,
        HELPLINE,
        id.value(),
        kind,
        Set.of(),
        Set.of(),
        List.of(new SpokenLanguage(Language.FR, OpeningHours.ALWAYS)),
        new Coverage.Nationwide(Set.of(Country.FR)),
        List.of(channel),
        Optional.empty(),
        java.time.ZoneId.of("Europe/Paris"),
        LocalDate.of(2026, 11, 1),
        true);
  }

  private static Roster roster(List<AsteriskSettings> settings) {
    List<Principal> operators =
        settings.getFirst().operators().stream()
            .map(account -> account.user())
            .map(user ->
                user.equals(SUPERVISOR)
                    ? account(SUPERVISOR, Role.SUPERVISOR)
                    : operator(user.value()))
            .toList();
    return new Roster() {
      @Override
      public Optional<Principal> find(PrincipalId id) {
        return operators.stream().filter(operator -> operator.id().equals(id)).findFirst();
      }

      @Override
      public List<Principal> all() {
        return operators;
      }
    };
  }

  private static Principal operator(String id) {
    return account(new PrincipalId(id), Role.OPERATOR);
  }

  public static Principal supervisor() {
    return account(SUPERVISOR, Role.SUPERVISOR);
  }

  private static Principal account(PrincipalId id, Role role) {
    return Principal.of(id, role).atDesk(DESK).speaking(List.of(Language.FR, Language.EN));
  }

  public VoiceModule voice() {
    return voice;
  }

  public double counted(String meter, String... tags) {
    return meters.find(meter).tags(tags).counters().stream().mapToDouble(Counter::count).sum();
  }

  @Override
  public void close() {
    voice.close();
    switchboard.close();
    virtualThreads.close();
  }
}
