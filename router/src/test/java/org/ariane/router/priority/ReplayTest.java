package org.ariane.router.priority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.identity.Ulid;
import org.ariane.router.priority.yaml.ShippedPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {
  private static final Instant NOW = Instant.parse("2026-11-21T21:41:07.412345678Z");
  private static final Ulid ULIDS = new Ulid(InstantSource.system(), new SecureRandom());

  private final ShippedPolicies policies = new ShippedPolicies();
  private final Replay replay = new Replay(policies);

  private PriorityDecision decision(String version, int more) {
    PriorityPolicy policy = policies.version(version).orElseThrow();
    PriorityFeatures features = PriorityFeatures.of(Trigger.BUTTON);
    Priority right = policy.assess(features);
    Priority recorded =
        new Priority(right.urgency(), right.score() + more, version, right.reasons());
    return new PriorityDecision(
        IncidentId.mint(ULIDS),
        1,
        NOW,
        NOW,
        false,
        features,
        recorded,
        policy.orderKey(right, NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-24", "2026-11-25"})
  void aDecisionIsTakenAgainUnderThePolicyThatItNames(String version) {
    assertThat(replay.of(decision(version, 0))).isEqualTo(new Replay.Outcome.Same());
  }

  @Test
  void whatWasChangedIsNamed() {
    assertThat(replay.of(decision("2026-11-24", 5)))
        .isEqualTo(new Replay.Outcome.Different(List.of("score: 45, recorded 50")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-01-01", "../priority-policy", "", "a/b"})
  void aPolicyThatIsNotKeptIsSaid(String version) {
    PriorityDecision known = decision("2026-11-24", 0);
    Priority other =
        new Priority(
            known.priority().urgency(),
            known.priority().score(),
            version,
            known.priority().reasons());
    assertThat(
            replay.of(
                new PriorityDecision(
                    known.incident(),
                    1,
                    NOW,
                    NOW,
                    false,
                    known.features(),
                    other,
                    known.orderKey())))
        .isEqualTo(new Replay.Outcome.NoPolicy(version));
  }

  /// Decisions name these versions: a change is a new file, and a line here.
  @ParameterizedTest
  @CsvSource({
    "2026-11-24, da11b0991a93d5826e4cb5d6380e58557d3a808eaaa3fd385b706925a43523b9",
    "2026-11-25, 8bbae6cf707ff75b62628663177212bb7b3d8582ef7004be06a87a54481a16b8"
  })
  void aReleasedPolicyNeverChanges(String version, String digest)
      throws IOException, NoSuchAlgorithmException {
    try (InputStream in =
        ReplayTest.class.getResourceAsStream(
            "/org/ariane/router/priority-policies/" + version + ".yaml")) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
          .isEqualTo(digest);
    }
  }
}
