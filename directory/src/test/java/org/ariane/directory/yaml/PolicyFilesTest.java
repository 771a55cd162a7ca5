package org.ariane.directory.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.Directory;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.policy.Channel;
import org.ariane.directory.policy.Move;
import org.ariane.directory.policy.Policies;
import org.ariane.directory.policy.Situation;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.LineId;
import org.ariane.directory.service.ServiceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Policies as coordinators write them, beside the sample directory.
class PolicyFilesTest {
  private static final Path SAMPLE = Path.of("sample");

  private static final String GOOD =
      """
      policy-version: trial-7
      policies:
        - id: nights-in-nord
          when: {lines: ["3919"], zones: [fr-59], country: FR, hours: "22:00-07:00"}
          steps:
            - {offer: line, for: 90 s}
            - {ring: [sample-fr-59-01, line], each: 20 s, at-most: 2}
        - id: silent
          when: {silent: true, channels: [call], languages: [fr, nl]}
          steps: [{at-once: everybody, for: 45 s}, {offer: anybody}]
        - id: rest
          steps: [{offer: line}, {offer: area}, {ring: area}]
      """;

  private static DirectoryLoad draft(String text) {
    return DirectoryFiles.draft(SAMPLE, "policies.yaml", text, DirectoryCheck.NONE);
  }

  private static Policies policies(String text) {
    return switch (draft(text)) {
      case DirectoryLoad.Loaded(Directory directory) -> directory.policies();
      case DirectoryLoad.Rejected(var problems) -> throw new AssertionError(problems);
    };
  }

  private static Situation situation(
      String line, String zone, String language, boolean silent, String at) {
    return new Situation(
        new LineId(line),
        Channel.CALL,
        zone.isEmpty() ? Set.of() : Set.of(new ZoneId(zone)),
        Optional.of(language).filter(tag -> !tag.isEmpty()).map(Language::new),
        false,
        silent,
        OffsetDateTime.parse(at).toInstant());
  }

  @ParameterizedTest
  @CsvSource({
    // line, zone, language, silent, at, which policy decides
    "3919, fr-59, ar, false, 2026-11-24T23:30:00+01:00, nights-in-nord",
    "3919, fr-59, ar, false, 2026-11-25T06:59:00+01:00, nights-in-nord",
    "3919, fr-59, ar, false, 2026-11-25T07:00:00+01:00, rest",
    "3919, fr-94, ar, false, 2026-11-24T23:30:00+01:00, rest",
    "3919, '', ar, false, 2026-11-24T23:30:00+01:00, rest",
    "1712, fr-59, ar, false, 2026-11-24T23:30:00+01:00, rest",
    "3919, fr-94, nl-BE, true, 2026-11-24T12:00:00+01:00, silent",
    "3919, fr-94, ar, true, 2026-11-24T12:00:00+01:00, rest",
    "3919, fr-94, '', true, 2026-11-24T12:00:00+01:00, rest",
  })
  void firstPolicyThatFitsDecides(
      String line, String zone, String language, boolean silent, String at, String policy) {
    assertThat(policies(GOOD).of(situation(line, zone, language, silent, at)).id().value())
        .isEqualTo(policy);
  }

  @Test
  void stepsAreReadAsWritten() {
    List<Move> moves = policies(GOOD).policies().getFirst().moves();
    assertThat(moves)
        .containsExactly(
            new Move.Offer(Move.Desks.LINE, Optional.of(Duration.ofSeconds(90))),
            new Move.Ring(
                List.of(
                    new Move.Numbers.Of(new ServiceId("sample-fr-59-01")),
                    new Move.Numbers.OfLine()),
                Optional.of(Duration.ofSeconds(20)),
                2));
  }

  @Test
  void withoutAFileTheUsualOnesDecide() {
    Instant now = Instant.parse("2026-11-24T12:00:00Z");
    Directory directory =
        ((DirectoryLoad.Loaded) DirectoryFiles.load(Path.of("src/test/resources/yaml/good")))
            .directory();
    assertThat(directory.policies()).isEqualTo(Policies.USUAL);
    assertThat(
            Policies.USUAL
                .of(
                    new Situation(
                        new LineId("3919"),
                        Channel.CHAT,
                        Set.of(),
                        Optional.empty(),
                        true,
                        false,
                        now))
                .id()
                .value())
        .isEqualTo("danger");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what is written instead of the last policy | line | reason
        "when: {} | 12 | `when` names nothing",
        "when: {danger: true} | 11 | the last policy has no `when`",
        "when: {hours: 22:00-07:00} | 12 | missing key: country",
        "when: {country: FR, hours: never} | 12 | ",
        "when: {lines: [nobody]} | 12 | there is no line nobody",
        "when: {channels: [fax]} | 12 | a channel is call or chat",
        "when: {colour: red} | 12 | unknown key: colour",
        "steps: [{offer: everybody}] | 12 | offer to line, area or anybody",
        "steps: [{offer: line, each: 3 s}] | 12 | it does not belong to this step",
        "steps: [{ring: line, for: 3 s}] | 12 | it does not belong to this step",
        "steps: [{offer: line, ring: line}] | 12 | a step is one of offer, ring, at-once",
        "steps: [{ring: no-such-service}] | 12 | there is no service no-such-service",
        "steps: [{ring: line, at-most: 99}] | 12 | at-most is 1 to 9",
        "steps: [{offer: line, for: 60 min}] | 12 | longer than ten minutes",
        "steps: [] | 12 | at least one item",
      })
  void whatIsWrongIsNamedWithItsLine(String written, int line, String reason) {
    String good =
        """
        policy-version: trial-7
        policies:
          - id: nights-in-nord
            when: {lines: ["3919"]}
            steps:
              - {offer: line}



          # the one that is wrong
          - id: rest
        """;
    String text =
        good
            + "    "
            + written
            + (written.startsWith("when") ? "\n    steps: [{offer: line}]\n" : "\n");
    assertThat(draft(text))
        .isInstanceOfSatisfying(
            DirectoryLoad.Rejected.class,
            rejected ->
                assertThat(rejected.problems())
                    .as(rejected.problems().toString())
                    .anySatisfy(problem -> {
                      assertThat(problem.file()).isEqualTo("policies.yaml");
                      assertThat(problem.line()).isEqualTo(line);
                      assertThat(problem.reason()).contains(reason == null ? "" : reason);
                    }));
  }

  @Test
  void whatCanNeverHappenIsRefused() {
    assertThat(draft(GOOD + "  - id: too-late\n    steps: [{offer: line}]\n"))
        .isInstanceOfSatisfying(
            DirectoryLoad.Rejected.class,
            rejected ->
                assertThat(rejected.problems().toString())
                    .contains("this never happens: the policy in line 11 is for everybody"));
  }
}
