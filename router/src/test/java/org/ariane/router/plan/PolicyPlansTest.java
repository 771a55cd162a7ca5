package org.ariane.router.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.Directory;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.LineId;
import org.ariane.directory.yaml.DirectoryCheck;
import org.ariane.directory.yaml.DirectoryFiles;
import org.ariane.directory.yaml.DirectoryLoad;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.Danger;
import org.ariane.router.plan.yaml.PolicyExamples;
import org.junit.jupiter.api.Test;

/// What policies make of contacts, over the sample directory.
class PolicyPlansTest {
  private static final Path SAMPLE = Path.of("../directory/sample").toAbsolutePath();
  private static final PhoneNumber LAST_RESORT = new PhoneNumber("+33199000099");
  private static final PolicyExamples EXAMPLES = new PolicyExamples(LAST_RESORT);
  private static final Instant TUESDAY = Instant.parse("2026-11-24T09:00:00Z");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static DirectoryLoad draft(String policies) {
    return DirectoryFiles.draft(
        SAMPLE, "policies.yaml", "policy-version: trial\n" + policies, EXAMPLES);
  }

  private static Directory directory(String policies) {
    return switch (draft(policies)) {
      case DirectoryLoad.Loaded(Directory directory) -> directory;
      case DirectoryLoad.Rejected(var problems) -> throw new AssertionError(problems);
    };
  }

  private static RoutingPlan plan(String line, ContactChannel channel, String policies) {
    return plan(line, channel, policies, TUESDAY);
  }

  private static RoutingPlan plan(
      String line, ContactChannel channel, String policies, Instant at) {
    RouteRequest request =
        new RouteRequest(
            new LineId(line),
            channel,
            Optional.of(Language.FR),
            Postcode.parse("59000"),
            Danger.NONE,
            false);
    return new DirectoryPlans(() -> directory(policies), LAST_RESORT)
        .plan(request, new Staffing.ByHours(), at);
  }

  private static List<String> words(String policies) {
    return PlanWords.of(plan("3919", ContactChannel.CALL, policies));
  }

  @Test
  void stepsFollowThePolicy() {
    assertThat(
            words(
                """
                policies:
                  - id: local-first
                    when: {zones: [fr-59]}
                    steps:
                      - {ring: area, each: 12 s}
                      - {offer: line}
                      - {ring: [area, line]}
                  - {id: rest, steps: [{offer: line}]}
                """))
        .as("local number first, and never twice")
        .containsExactly("ring sample-fr-59-01", "offer desk", "ring fr-3919", "ring fallback");
  }

  @Test
  void planNamesThePolicyAndItsDurations() {
    RoutingPlan plan =
        plan(
            "3919",
            ContactChannel.CALL,
            "policies: [{id: only, steps: [{offer: line, for: 33 s}, {ring: line, each: 7 s}]}]");
    assertThat(plan.policyVersion()).isEqualTo("trial");
    assertThat(plan.policy().value()).isEqualTo("only");
    assertThat(plan.steps().getFirst())
        .isInstanceOfSatisfying(Step.Offer.class, it -> assertThat(it.within()).hasSeconds(33));
    assertThat(plan.steps().get(1))
        .isInstanceOfSatisfying(Step.Ring.class, it -> assertThat(it.within()).hasSeconds(7));
  }

  /// So that what is kept of a decision does not grow with the country.
  @Test
  void onlyWhomThePlanCouldComeToIsPassedOver() {
    RoutingPlan plan =
        plan(
            "3919",
            ContactChannel.CALL,
            "policies: [{id: only, steps: [{ring: [area, line]}]}]",
            TUESDAY.plus(Duration.ofHours(13)));
    assertThat(plan.passedOver())
        .isNotEmpty()
        .allSatisfy(passed -> assertThat(passed.service().value()).startsWith("sample-fr-59"));
  }

  @Test
  void everybodyAtOnceIsForCallsOnly() {
    String policies = "policies: [{id: only, steps: [{at-once: everybody}, {offer: line}]}]";
    assertThat(words(policies)).startsWith("offer everybody", "offer desk");
    assertThat(PlanWords.of(plan("3919", ContactChannel.CHAT, policies)))
        .startsWith("offer desk")
        .endsWith("ring fallback");
  }

  @Test
  void noPolicyJoinsVictimsAndPerpetrators() {
    RoutingPlan plan =
        plan(
            "3919",
            ContactChannel.CALL,
            "policies: [{id: only, steps: [{ring: [fr-0801901911, line]}]}]");
    assertThat(PlanWords.of(plan)).containsExactly("ring fr-3919", "ring fallback");
    assertThat(plan.passedOver())
        .anySatisfy(passed -> {
          assertThat(passed.service().value()).isEqualTo("fr-0801901911");
          assertThat(passed.reasons().getFirst().code()).isEqualTo("public");
        });
  }

  @Test
  void norPerpetratorsAndVictims() {
    RoutingPlan plan =
        plan(
            "perpetrators",
            ContactChannel.CALL,
            "policies: [{id: only, steps: [{ring: [sample-fr-59-01, fr-3919, line]}]}]");
    assertThat(PlanWords.of(plan)).containsExactly("ring fr-0801901911", "ring fallback");
    assertThat(plan.passedOver())
        .extracting(passed -> passed.service().value())
        .contains("sample-fr-59-01", "fr-3919");
  }

  @Test
  void exampleThatComesOutOtherwiseIsRefusedWithItsLine() {
    String policies =
        """
        policies: [{id: only, steps: [{offer: line}]}]
        policy-examples:
          - {name: calm, line: "3919", at: "2026-11-24T10:00:00+01:00", steps: [offer desk, ring fallback]}
          - {name: wrong, line: "3919", at: "2026-11-24T10:00:00+01:00", steps: [ring fr-3919]}
        """;
    assertThat(draft(policies))
        .isInstanceOfSatisfying(
            DirectoryLoad.Rejected.class,
            rejected ->
                assertThat(rejected.problems())
                    .singleElement()
                    .hasToString(
                        "policies.yaml:5: example \"wrong\" comes out as [offer desk, ring fallback]"));
  }

  @Test
  void trialCountsWhatADayWouldChange() {
    Directory now =
        switch (DirectoryFiles.load(SAMPLE, DirectoryCheck.NONE)) {
          case DirectoryLoad.Loaded(Directory directory) -> directory;
          case DirectoryLoad.Rejected(var problems) -> throw new AssertionError(problems);
        };
    List<MadeUpDay.Made> day = MadeUpDay.contacts(now, LocalDate.of(2026, 11, 24), PARIS, 4_800);
    assertThat(day)
        .hasSize(4_800)
        .isEqualTo(MadeUpDay.contacts(now, LocalDate.of(2026, 11, 24), PARIS, 4_800));
    assertThat(PolicyTrial.of(now, now, day, LAST_RESORT, 9).changed()).isZero();

    PolicyTrial trial =
        PolicyTrial.of(
            now,
            directory(
                """
                policies:
                  - id: lunch
                    when: {lines: ["3919"], channels: [call], country: FR, hours: "12:00-13:00", danger: false}
                    steps: [{ring: line}, {offer: line}]
                  - id: rest-in-danger
                    when: {danger: true}
                    steps: [{offer: anybody}, {ring: [area, line]}]
                  - id: rest-of-chats
                    when: {channels: [chat]}
                    steps: [{offer: line}, {offer: area}, {ring: [area, line]}]
                  - {id: rest, steps: [{offer: line}, {ring: [area, line]}]}
                """),
            day,
            LAST_RESORT,
            9);
    assertThat(trial.changed()).isBetween(5, 200);
    assertThat(trial.changes())
        .isNotEmpty()
        .allSatisfy(change -> {
          assertThat(change.after().policy().value()).isEqualTo("lunch");
          assertThat(change.contact().request().line()).isEqualTo(new LineId("3919"));
          assertThat(change.contact().at().atZone(PARIS).getHour()).isEqualTo(12);
        });
  }
}
