package org.ariane.router.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.Directory;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.search.Reason;
import org.ariane.directory.service.AllAtOnce;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Line;
import org.ariane.directory.service.LineId;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.yaml.DirectoryFiles;
import org.ariane.directory.yaml.DirectoryLoad;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.Danger;
import org.ariane.router.contact.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Plans over the sample directory.
class PlannerTest {
  private static final Directory DIRECTORY = sample();
  private static final PhoneNumber LAST_RESORT = new PhoneNumber("+33199000099");
  private static final Instant NEW_YEAR_NIGHT = at("2027-01-01T03:00:00+01:00");
  private static final Instant TUESDAY = at("2026-11-24T10:00:00+01:00");

  private final DirectoryPlans plans = new DirectoryPlans(() -> DIRECTORY, LAST_RESORT);

  private static Directory sample() {
    return switch (DirectoryFiles.load(Path.of("../directory/sample").toAbsolutePath())) {
      case DirectoryLoad.Loaded(Directory directory) -> directory;
      case DirectoryLoad.Rejected(var problems) -> throw new AssertionError(problems);
    };
  }

  private static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static RouteRequest request(
      ContactChannel channel, String language, String postcode, Danger danger) {
    return new RouteRequest(
        new LineId("3919"),
        channel,
        Optional.of(language).filter(tag -> !tag.isEmpty()).map(Language::new),
        Postcode.parse(postcode),
        danger,
        false);
  }

  private static RouteRequest call(String language, String postcode) {
    return request(ContactChannel.CALL, language, postcode, Danger.NONE);
  }

  private static Staffing.Present staff(Staffing.OnShift... operators) {
    return new Staffing.Present(List.of(operators));
  }

  private static Staffing.OnShift operator(int number, ServiceId desk, Language... languages) {
    return new Staffing.OnShift(
        new PrincipalId("operator-" + number), desk, List.of(languages), true);
  }

  /// Each step in a word.
  private static List<String> words(RoutingPlan plan) {
    return plan.steps().stream()
        .map(step ->
            switch (step) {
              case Step.Offer offer -> "offer";
              case Step.Ring ring -> "ring " + ring.service();
              case Step.Together together ->
                  "together "
                      + together.rings().stream().map(ring -> ring.service().value()).toList();
              case Step.Announce announce -> "announce";
              case Step.Fallback fallback -> "fallback";
            })
        .toList();
  }

  @Test
  void contractExampleAtNight() {
    RoutingPlan plan = plans.plan(call("ar", "59000"), new Staffing.ByHours(), NEW_YEAR_NIGHT);
    assertThat(words(plan)).containsExactly("offer", "ring fr-3919", "announce", "fallback");
    assertThat(plan.steps().getFirst())
        .isInstanceOfSatisfying(
            Step.Offer.class,
            offer -> {
              assertThat(offer.skills()).containsExactly("ar");
              assertThat(offer.possible()).isFalse();
              assertThat(offer.reasons())
                  .contains(
                      new Reason(
                          "language", "Operators who speak Arabic: none on shift until 09:00"));
            });
    assertThat(plan.steps().get(2).reasons())
        .containsExactly(new Reason("honest", "Arabic from 09:00"));
    assertThat(plan.passedOver())
        .anySatisfy(passed -> {
          assertThat(passed.service()).isEqualTo(new ServiceId("sample-fr-59-01"));
          assertThat(passed.reasons()).extracting(Reason::code).contains("closed");
        });
  }

  @ParameterizedTest
  @CsvSource({
    // language, postcode, what is rung: in her language first, of her area before the overflow
    "fr, 59000, ring sample-fr-59-01, ring fr-3919",
    "ar, 59000, ring sample-fr-59-01, ring fr-3919",
    "ar, 94700, ring fr-3919, ring sample-fr-94-01",
    "fr, 94700, ring sample-fr-94-01, ring fr-3919",
  })
  void openServicesAreRungInHerLanguageFirst(
      String language, String postcode, String first, String second) {
    RoutingPlan plan = plans.plan(call(language, postcode), staff(), TUESDAY);
    assertThat(words(plan)).containsExactly("offer", first, second, "fallback");
  }

  @Test
  void nobodyIsPutThroughToAProgrammeForPerpetrators() {
    for (String postcode : List.of("94700", "59000", "75001")) {
      assertThat(words(plans.plan(call("fr", postcode), staff(), TUESDAY)))
          .doesNotContain("ring fr-0801901911");
    }
  }

  /// Also in danger, when any operator may be offered the contact.
  @Test
  void dangerNeverCrossesBetweenVictimsAndPerpetrators() {
    ServiceId programme = new ServiceId("fr-0801901911");
    Staffing staff =
        staff(operator(1, People.HOTLINE, Language.FR), operator(2, programme, Language.FR));
    for (Staffing each : List.of(staff, new Staffing.ByHours())) {
      assertThat(dangerDesks("3919", each)).contains(People.HOTLINE).doesNotContain(programme);
      assertThat(dangerDesks("perpetrators", each)).containsExactly(programme);
    }
  }

  private List<ServiceId> dangerDesks(String line, Staffing staffing) {
    RouteRequest request =
        new RouteRequest(
            new LineId(line),
            ContactChannel.CALL,
            Optional.empty(),
            Optional.empty(),
            Danger.PLACE_UNKNOWN,
            false);
    return ((Step.Offer) plans.plan(request, staffing, TUESDAY).steps().getFirst()).desks();
  }

  @Test
  void operatorsAreToldOfWhetherTheySpeakHerLanguageOrNot() {
    Staffing staff =
        staff(
            operator(1, People.HOTLINE, Language.FR),
            operator(2, People.HOTLINE, Language.FR, Language.AR));
    RoutingPlan plan = plans.plan(call("ar", "94700"), staff, TUESDAY);
    assertThat(plan.steps().getFirst().reasons())
        .containsExactly(
            new Reason("language", "Operators who speak Arabic: 1 on shift"),
            new Reason("language.fallback", "Any other operator after them: 1 on shift"));
  }

  @ParameterizedTest
  @CsvSource({"ALERTED", "PLACE_UNKNOWN"})
  void dangerGoesToAnyOperatorOfAnyDesk(Danger danger) {
    ServiceId liege = new ServiceId("sample-be-lie-01");
    RoutingPlan plan =
        plans.plan(
            request(ContactChannel.CALL, "fr", "", danger),
            staff(operator(1, liege, Language.FR)),
            TUESDAY);
    assertThat(plan.steps().getFirst())
        .isInstanceOfSatisfying(
            Step.Offer.class, offer -> assertThat(offer.desks()).contains(People.HOTLINE, liege));
    assertThat(plan.steps().getFirst().reasons()).extracting(Reason::code).contains("danger");
  }

  @Test
  void everyPlanEndsWithANumberWhateverIsAsked() {
    for (ContactChannel channel : ContactChannel.values()) {
      for (Danger danger : Danger.values()) {
        for (String language : List.of("", "fr", "ti", "zh-Hant")) {
          for (String postcode : List.of("", "94700", "00000", "1000")) {
            RoutingPlan plan =
                plans.plan(request(channel, language, postcode, danger), staff(), NEW_YEAR_NIGHT);
            assertThat(plan.steps().getFirst()).isInstanceOf(Step.Offer.class);
            assertThat(plan.steps().getLast()).isInstanceOf(Step.Fallback.class);
          }
        }
      }
    }
  }

  @Test
  void lineThatIsGoneIsPlannedAllTheSame() {
    RouteRequest request =
        new RouteRequest(
            new LineId("gone"),
            ContactChannel.CALL,
            Optional.empty(),
            Optional.empty(),
            Danger.NONE,
            false);
    assertThat(plans.plan(request, staff(), TUESDAY).steps()).isNotEmpty();
  }

  @Test
  void sameInputsGiveTheSamePlan() {
    assertThat(plans.plan(call("ar", "59000"), staff(), TUESDAY))
        .isEqualTo(plans.plan(call("ar", "59000"), staff(), TUESDAY));
  }

  /// Each line, language and hour, with nobody at work: every step of a plan that rings can be
  /// dialled then, the last is a number, and the line itself is never its own only help.
  @ParameterizedTest
  @CsvSource({
    "2027-01-01T03:00:00+01:00", // night and holiday
    "2026-12-25T14:00:00+01:00", // holiday
    "2026-07-21T11:00:00+02:00", // holiday in Belgium only
    "2026-10-25T02:30:00+01:00", // the hour that comes twice
    "2026-03-29T03:00:00+02:00", // the hour that never was
    "2026-11-28T23:59:00+01:00", // a night of the week's end
    "2026-11-24T10:00:00+01:00",
  })
  void planIsNeverADeadEnd(String when) {
    Instant at = at(when);
    for (Line line : DIRECTORY.lines()) {
      for (String language : List.of("", "fr", "nl", "ar", "ti")) {
        for (String postcode : List.of("", "94700", "1000", "75001")) {
          for (Danger danger : Danger.values()) {
            RouteRequest request =
                new RouteRequest(
                    line.id(),
                    ContactChannel.CALL,
                    Optional.of(language).filter(tag -> !tag.isEmpty()).map(Language::new),
                    Postcode.parse(postcode),
                    danger,
                    false);
            for (Staffing staffing : List.of(staff(), new Staffing.ByHours())) {
              RoutingPlan plan = plans.plan(request, staffing, at);
              String what = when + " " + request;
              assertThat(plan.steps().getFirst()).as(what).isInstanceOf(Step.Offer.class);
              assertThat(plan.steps().getLast()).as(what).isInstanceOf(Step.Fallback.class);
              plan.steps().forEach(step -> assertThat(reachable(step, at)).as(what).isTrue());
            }
          }
        }
      }
    }
  }

  /// A number that is rung belongs to a service whose telephone is open then.
  private static boolean reachable(Step step, Instant at) {
    return !(step instanceof Step.Ring ring)
        || DIRECTORY.service(ring.service()).stream()
            .flatMap(service ->
                service.channels().stream()
                    .filter(ServiceChannel.Phone.class::isInstance)
                    .map(ServiceChannel.Phone.class::cast)
                    .filter(phone -> phone.hours().openAt(at, service.timeZone())))
            .anyMatch(phone -> phone.number().equals(ring.number()));
  }

  @Test
  void everybodyIsAskedAtOnceWhereTheLineSaysSo() {
    Line plain = DirectoryPlans.line(DIRECTORY, new LineId("3919")).orElseThrow();
    Line line =
        new Line(
            plain.id(),
            plain.name(),
            plain.number(),
            plain.desks(),
            plain.offerFor(),
            plain.overflow(),
            plain.fallback(),
            Set.of(AllAtOnce.DANGER));
    Planner planner = new Planner(LAST_RESORT);
    RouteRequest calm = call("fr", "94700");
    RouteRequest danger = request(ContactChannel.CALL, "fr", "94700", Danger.ALERTED);
    RouteRequest chat = request(ContactChannel.CHAT, "fr", "94700", Danger.ALERTED);
    assertThat(words(planner.plan(danger, DIRECTORY, line, staff(), TUESDAY)))
        .startsWith("together [sample-fr-94-01, fr-3919]", "offer")
        .endsWith("fallback");
    assertThat(planner.plan(danger, DIRECTORY, line, staff(), TUESDAY).steps().getFirst())
        .isInstanceOfSatisfying(
            Step.Together.class,
            together -> assertThat(together.rings()).isNotEmpty().allMatch(Step.Ring::screened));
    assertThat(words(planner.plan(calm, DIRECTORY, line, staff(), TUESDAY))).startsWith("offer");
    assertThat(words(planner.plan(chat, DIRECTORY, line, staff(), TUESDAY))).startsWith("offer");
    assertThat(words(planner.plan(danger, DIRECTORY, plain, staff(), TUESDAY))).startsWith("offer");
  }
}
