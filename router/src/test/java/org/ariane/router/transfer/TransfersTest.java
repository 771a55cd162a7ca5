package org.ariane.router.transfer;

import static org.ariane.router.contact.People.CRETEIL;
import static org.ariane.router.contact.People.HOTLINE;
import static org.ariane.router.contact.People.call;
import static org.ariane.router.contact.People.id;
import static org.ariane.router.contact.People.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectoryContent;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.DispatchCentre;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.policy.PolicyId;
import org.ariane.directory.schedule.OpeningHours;
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
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.access.Roster;
import org.ariane.router.assignment.Decision;
import org.ariane.router.assignment.LiveSwitchboard;
import org.ariane.router.assignment.OfferId;
import org.ariane.router.assignment.SwitchboardSettings;
import org.ariane.router.assignment.Turn;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactId;
import org.ariane.router.desk.DeskNews;
import org.ariane.router.desk.DeskPort;
import org.ariane.router.desk.PassedOn;
import org.ariane.router.desk.Refusal;
import org.ariane.router.desk.TransferState;
import org.ariane.router.plan.RoutingPlan;
import org.ariane.router.plan.Step;
import org.ariane.router.presence.PhoneState;
import org.ariane.router.presence.Presence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may move a call, to whom, and who may come into it.
class TransfersTest {
  private static final PrincipalId FIRST = new PrincipalId("operator-1");
  private static final PrincipalId SECOND = new PrincipalId("operator-2");
  private static final Postcode PLACE = new Postcode(Country.FR, "94700");
  private static final org.ariane.directory.place.ZoneId ZONE =
      new org.ariane.directory.place.ZoneId("fr-94");
  private static final CentreId CENTRE = new CentreId("fr-94-cic");

  /// A switch that does as it is told, or is away.
  private static final class Switch implements CallControl {
    final List<String> done = new ArrayList<>();
    boolean away;

    @Override
    public boolean begin(Transfer transfer, Contact contact) {
      return note("begin " + transfer.callee());
    }

    @Override
    public boolean step(ContactId contact, TransferStep step, boolean together) {
      return note(step.wireName() + (together ? " together" : ""));
    }

    @Override
    public boolean supervise(Supervision supervision, Contact contact) {
      return note("rings " + supervision.supervisor());
    }

    @Override
    public boolean change(Supervision supervision) {
      return note(supervision.mode().wireName());
    }

    private boolean note(String what) {
      done.add(what);
      return !away;
    }
  }

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger numbers = new AtomicInteger();
  private final List<Principal> accounts =
      List.of(
          operator(1, HOTLINE, Language.FR),
          operator(2, CRETEIL, Language.FR),
          supervisor("supervisor-1", HOTLINE),
          supervisor("supervisor-2", CRETEIL));
  private final Roster roster =
      new Roster() {
        @Override
        public Optional<Principal> find(PrincipalId id) {
          return accounts.stream().filter(account -> account.id().equals(id)).findFirst();
        }

        @Override
        public List<Principal> all() {
          return accounts;
        }
      };
  private final LiveSwitchboard switchboard =
      new LiveSwitchboard(
          SwitchboardSettings.STANDARD,
          (request, staffing, at) ->
              new RoutingPlan(
                  "test",
                  new PolicyId("test"),
                  "test",
                  List.of(
                      new Step.Offer(
                          List.of(HOTLINE), List.of(), Duration.ofMinutes(1), true, List.of())),
                  List.of()),
          roster::find,
          () -> new OfferId("of-%026d".formatted(numbers.incrementAndGet())),
          InstantSource.system(),
          threads,
          fault -> {});
  private final Switch telephony = new Switch();
  private final List<String> counted = new CopyOnWriteArrayList<>();
  private final List<PassedOn> passedOn = new CopyOnWriteArrayList<>();
  private final List<DeskNews> told = new CopyOnWriteArrayList<>();
  private final DeskPort desks =
      new DeskPort() {
        @Override
        public void tell(PrincipalId operator, DeskNews news) {
          told.add(news);
        }

        @Override
        public void passedOn(ContactId contact, PassedOn shown) {
          assertThat(switchboard.talksTo(contact)).contains(FIRST);
          passedOn.add(shown);
        }
      };
  private final Transfers transfers =
      new Transfers(
          switchboard,
          TransfersTest::directory,
          roster,
          desks,
          () -> new TransferId("tr-%026d".formatted(numbers.incrementAndGet())),
          InstantSource.system(),
          (kind, outcome) -> counted.add(kind.wireName() + " " + outcome));
  private final Supervisions supervisions =
      new Supervisions(
          switchboard, TransfersTest::directory, roster, (operator, news) -> {}, counted::add);

  @BeforeEach
  void firstOperatorTalksWithHer() {
    transfers.attach(telephony);
    supervisions.attach(telephony);
    switchboard.watch(transfers);
    switchboard.phone(FIRST, PhoneState.IDLE);
    switchboard.phone(SECOND, PhoneState.IDLE);
    switchboard.enter(call(1, InstantSource.system().instant()).withPostcode(PLACE));
    switchboard.accepted(switchboard.offer(FIRST).orElseThrow().offer().id());
    assertThat(switchboard.talksTo(id(1))).contains(FIRST);
  }

  @AfterEach
  void close() {
    switchboard.close();
    threads.close();
  }

  @Test
  void onlyWhoTalksWithHerMovesHer() {
    assertThat(ask(SECOND, service("shelter"))).isEqualTo(new TransferAnswer.NotYours());
    assertThat(transfers.ask(id(2), FIRST, TransferKind.WARM, service("shelter"), Set.of()))
        .isEqualTo(new TransferAnswer.NotYours());
    assertThat(telephony.done).isEmpty();

    assertThat(ask(FIRST, service("shelter"))).isInstanceOf(TransferAnswer.Begun.class);
    assertThat(ask(FIRST, service("shelter")))
        .isEqualTo(new TransferAnswer.No(Transfers.UNDER_WAY));
    assertThat(transfers.step(id(1), SECOND, TransferStep.BACK))
        .isEqualTo(new TransferAnswer.NotYours());
    assertThat(transfers.step(id(1), FIRST, TransferStep.BACK))
        .isEqualTo(new TransferAnswer.Told());
    assertThat(telephony.done).hasSize(2).last().isEqualTo("back");
  }

  @Test
  void whomSheCannotGoToIsRefusedWithAReason() {
    refused(service("nowhere"), Callees.UNKNOWN);
    refused(service("perpetrators"), Callees.OTHER_PUBLIC);
    refused(service("interpreter-here"), Callees.OWN_AREA);
    refused(service("closed"), Callees.CLOSED);
    refused(new TransferTarget.ToOperator(FIRST), Callees.NOT_FREE);
    refused(new TransferTarget.ToOperator(new PrincipalId("supervisor-1")), Callees.UNKNOWN);
    refused(new TransferTarget.ToCentre(new CentreId("fr-59-cic")), Callees.UNKNOWN);
    switchboard.phone(SECOND, PhoneState.IN_USE);
    refused(new TransferTarget.ToOperator(SECOND), Callees.NOT_FREE);
    assertThat(telephony.done).isEmpty();
  }

  private void refused(TransferTarget target, Refusal why) {
    assertThat(ask(FIRST, target)).isEqualTo(new TransferAnswer.No(why));
  }

  @Test
  void thePoliceAreRungAtTheNumberAgreedForHerPlace() {
    ask(FIRST, new TransferTarget.ToCentre(CENTRE));
    assertThat(telephony.done.getFirst()).contains("Police").contains("tag=fr");
  }

  @Test
  void switchThatIsAwayChangesNothing() {
    telephony.away = true;
    assertThat(ask(FIRST, service("shelter"))).isEqualTo(new TransferAnswer.SwitchAway());
    telephony.away = false;
    assertThat(ask(FIRST, service("shelter"))).isInstanceOf(TransferAnswer.Begun.class);
    assertThat(counted).containsExactly("warm switch-away");
  }

  @Test
  void sheIsTheColleaguesOnceTheFirstOneLeft() {
    String transfer = begun(new TransferTarget.ToOperator(SECOND));
    transfers.heard(id(1), "tr-" + "9".repeat(26), new TransferEvent.Left());
    assertThat(switchboard.talksTo(id(1))).contains(FIRST);
    transfers.heard(id(1), transfer, new TransferEvent.Taken());
    transfers.heard(id(1), transfer, new TransferEvent.Left());
    assertThat(switchboard.talksTo(id(1))).contains(SECOND);
    switchboard.parted(id(1), FIRST, false);
    assertThat(switchboard.talksTo(id(1))).contains(SECOND);
    assertThat(switchboard.decisions(id(1)).stream().map(Decision::code))
        .containsSubsequence("transfer-asked", "transfer-taken", "transferred");
  }

  /// Before she is hers, so that nothing more is shown for a moment.
  @Test
  void colleagueIsShownWhatSheAgreedToAndNothingElse() {
    TransferAnswer answer =
        transfers.ask(
            id(1),
            FIRST,
            TransferKind.BLIND,
            new TransferTarget.ToOperator(SECOND),
            Set.of(Disclosure.DANGER));
    String transfer = ((TransferAnswer.Begun) answer).transfer().id().value();
    assertThat(passedOn).isEmpty();
    transfers.heard(id(1), transfer, new TransferEvent.Taken());
    transfers.heard(id(1), transfer, new TransferEvent.Left());

    assertThat(passedOn).containsExactly(new PassedOn(false, true));
    assertThat(told)
        .filteredOn(DeskNews.CallHere.class::isInstance)
        .singleElement()
        .satisfies(news -> assertThat(((DeskNews.CallHere) news).place()).isEmpty());
  }

  /// A server was started while two consult: it goes on with what the switch tells.
  @Test
  void transferThatTheSwitchHoldsIsTakenOver() {
    TransferId id = new TransferId("tr-01JD8Z4T9K0000000000000000");
    Transfer held =
        new Transfer(
            id,
            id(1),
            FIRST,
            TransferKind.WARM,
            "operator-2",
            new Callee.Colleague(SECOND, List.of()),
            Disclosure.kept("place"),
            InstantSource.system().instant());
    transfers.found(held, "");
    assertThat(transfers.standing(id(1), FIRST)).isEmpty();
    transfers.found(held, "consulting");
    transfers.found(held, "ringing");
    assertThat(transfers.state(id(1))).contains(TransferState.CONSULTING);
    assertThat(told).hasSize(1);
    assertThat(transfers.step(id(1), FIRST, TransferStep.JOIN))
        .isEqualTo(new TransferAnswer.Told());
    transfers.heard(id(1), id.value(), new TransferEvent.Together());
    transfers.heard(id(1), id.value(), new TransferEvent.Left());
    assertThat(switchboard.talksTo(id(1))).contains(SECOND);
    assertThat(passedOn).containsExactly(new PassedOn(true, false));
  }

  @Test
  void transferToSomebodyUnknownEndsOutside() {
    TransferId id = new TransferId("tr-01JD8Z4T9K0000000000000000");
    transfers.found(
        new Transfer(
            id,
            id(1),
            FIRST,
            TransferKind.BLIND,
            "shelter",
            new Callee.Elsewhere(),
            Set.of(),
            InstantSource.system().instant()),
        "joined");
    transfers.heard(id(1), id.value(), new TransferEvent.Left());
    assertThat(switchboard.talksTo(id(1))).isEmpty();
    assertThat(counted).containsExactly("blind done");
  }

  @ParameterizedTest
  @CsvSource({"none,''", "place,PLACE", "danger,DANGER", "place-danger,PLACE DANGER", "'',''"})
  void whatSheAgreedToIsKeptWithHerCall(String kept, String told) {
    Set<Disclosure> agreed =
        told.isEmpty()
            ? Set.of()
            : Arrays.stream(told.split(" ", -1))
                .map(Disclosure::valueOf)
                .collect(Collectors.toSet());
    assertThat(Disclosure.kept(kept)).isEqualTo(agreed);
    assertThat(Disclosure.kept(Disclosure.kept(agreed))).isEqualTo(agreed);
    assertThat(Disclosure.kept(kept + "-everything")).isEqualTo(agreed);
  }

  @Test
  void sheIsFirstInLineWhereHerChannelSaysThatSheIsAlone() {
    switchboard.alone(id(2));
    switchboard.alone(id(1));
    assertThat(switchboard.talksTo(id(1))).isEmpty();
    assertThat(switchboard.turn(id(1))).isInstanceOf(Turn.Wait.class);
  }

  @Test
  void transferEndsWithHer() {
    begun(service("shelter"));
    switchboard.leave(id(1));
    await().atMost(Duration.ofSeconds(5)).until(() -> counted.contains("warm left"));
    assertThat(transfers.standing(id(1), FIRST)).isEmpty();
  }

  @Test
  void supervisorOfAnotherOrganisationNeitherSeesNorHearsTheTalk() {
    Principal stranger = roster.find(new PrincipalId("supervisor-2")).orElseThrow();
    assertThat(supervisions.talks(stranger)).isEmpty();
    assertThat(supervisions.operators(stranger)).doesNotContainKey(FIRST);
    for (SupervisionMode mode : SupervisionMode.values()) {
      assertThat(supervisions.ask(id(1), stranger, mode)).isEqualTo(new TransferAnswer.NotYours());
    }
    assertThat(telephony.done).isEmpty();
  }

  @Test
  void supervisorOfTheHouseListensHelpsAndTakesOver() {
    Principal own = roster.find(new PrincipalId("supervisor-1")).orElseThrow();
    assertThat(supervisions.talks(own)).hasSize(1);
    assertThat(supervisions.operators(own)).containsEntry(FIRST, Presence.BUSY);
    assertThat(supervisions.waiting(own)).isEmpty();
    assertThat(supervisions.ask(id(1), own, SupervisionMode.END))
        .isEqualTo(new TransferAnswer.No(Supervisions.NOT_IN));
    supervisions.ask(id(1), own, SupervisionMode.LISTEN);
    supervisions.entered(id(1), "listen");
    supervisions.ask(id(1), own, SupervisionMode.TAKE_OVER);
    assertThat(switchboard.talksTo(id(1))).contains(FIRST);
    supervisions.entered(id(1), "take-over");
    assertThat(switchboard.talksTo(id(1))).contains(own.id());
    supervisions.ended(id(1), false);
    assertThat(switchboard.talksTo(id(1))).isEmpty();
    assertThat(telephony.done).containsExactly("rings supervisor-1", "take-over");
    assertThat(counted).containsExactly("listen", "take-over");
  }

  private TransferAnswer ask(PrincipalId by, TransferTarget target) {
    return transfers.ask(id(1), by, TransferKind.WARM, target, Set.of());
  }

  private String begun(TransferTarget target) {
    return ((TransferAnswer.Begun) ask(FIRST, target)).transfer().id().value();
  }

  private static TransferTarget service(String id) {
    return new TransferTarget.ToService(new ServiceId(id));
  }

  private static Principal supervisor(String id, ServiceId desk) {
    return Principal.of(new PrincipalId(id), Role.SUPERVISOR)
        .atDesk(desk)
        .speaking(List.of(Language.FR));
  }

  private static Directory directory() {
    Zone zone =
        new Zone(
            ZONE,
            "Val-de-Marne",
            Country.FR,
            Optional.empty(),
            Set.of(PLACE),
            List.of(ChainStep.desk(CENTRE)),
            Optional.of(new PhoneNumber("+33199009470")),
            new PhoneNumber("17"),
            Optional.empty(),
            true);
    return new DirectoryContent(
            "test",
            List.of(organisation("one"), organisation("other")),
            List.of(
                made(HOTLINE.value(), "one", ServiceKind.HOTLINE, Set.of(), true),
                made(CRETEIL.value(), "other", ServiceKind.ASSOCIATION, Set.of(), true),
                made("shelter", "other", ServiceKind.SHELTER, Set.of(), true),
                made("closed", "other", ServiceKind.SHELTER, Set.of(), false),
                made("interpreter-here", "other", ServiceKind.INTERPRETER, Set.of(), true),
                made(
                    "perpetrators",
                    "other",
                    ServiceKind.PERPETRATOR_PROGRAMME,
                    Set.of(Audience.PERPETRATOR),
                    true)),
            List.of(zone),
            List.of(new DispatchCentre(CENTRE, "CIC 94", Country.FR, true)),
            List.of())
        .toDirectory();
  }

  private static Organisation organisation(String id) {
    return new Organisation(new OrganisationId(id), id, true);
  }

  private static Service made(
      String id, String organisation, ServiceKind kind, Set<Audience> audiences, boolean phone) {
    return new Service(
        new ServiceId(id),
        new OrganisationId(organisation),
        id,
        kind,
        Set.of(),
        audiences,
        List.of(new SpokenLanguage(Language.FR, OpeningHours.ALWAYS)),
        new Coverage.InZones(Set.of(ZONE)),
        phone
            ? List.of(
                new ServiceChannel.Phone(new PhoneNumber("+33199000031"), OpeningHours.ALWAYS))
            : List.of(new ServiceChannel.Web("https://example.org", OpeningHours.ALWAYS)),
        Optional.empty(),
        ZoneId.of("Europe/Paris"),
        LocalDate.of(2026, 11, 1),
        true);
  }
}
