package org.ariane.ops.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.identity.Ulid;
import org.ariane.router.priority.DecisionTrail;
import org.ariane.router.priority.Priority;
import org.ariane.router.priority.PriorityDecision;
import org.ariane.router.priority.PriorityFeatures;
import org.ariane.router.priority.PriorityPolicy;
import org.ariane.router.priority.yaml.ShippedPolicies;
import org.junit.jupiter.api.Test;

class ReplayReportTest {
  private static final Instant NOW = Instant.parse("2026-11-21T21:41:07Z");
  private static final Ulid ULIDS = new Ulid(InstantSource.system(), new SecureRandom());

  private final ShippedPolicies policies = new ShippedPolicies();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /// Decisions in memory, one a page.
  private record Kept(List<PriorityDecision> all) implements DecisionTrail {
    @Override
    public List<PriorityDecision> of(IncidentId incident) {
      return all.stream().filter(one -> one.incident().equals(incident)).toList();
    }

    @Override
    public Page page(String after) {
      int at = after.isEmpty() ? 0 : Integer.parseInt(after);
      return at < all.size()
          ? new Page(List.of(all.get(at)), Integer.toString(at + 1))
          : new Page(List.of(), after);
    }
  }

  private PriorityDecision decision(Trigger trigger, int more) {
    PriorityPolicy policy = policies.current();
    PriorityFeatures features = PriorityFeatures.of(trigger);
    Priority right = policy.assess(features);
    Priority recorded =
        new Priority(right.urgency(), right.score() + more, policy.version(), right.reasons());
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

  private ReplayReport report(PriorityDecision... decisions) {
    return new ReplayReport(
        new Kept(List.of(decisions)), policies, new PrintStream(out, true, StandardCharsets.UTF_8));
  }

  @Test
  void nothingThatDiffersIsOneLine() {
    int code =
        report(decision(Trigger.BUTTON, 0), decision(Trigger.FALL, 0)).verify(Optional.empty());

    assertThat(code).isZero();
    assertThat(text()).isEqualTo("OK 2 decisions\n");
  }

  @Test
  void whatDiffersIsNamedAndTheExitCodeSaysSo() {
    PriorityDecision changed = decision(Trigger.BUTTON, 7);

    int code = report(decision(Trigger.FALL, 0), changed).verify(Optional.empty());

    assertThat(code).isEqualTo(3);
    assertThat(text())
        .contains(changed.incident() + "/1 score: 45, recorded 52")
        .endsWith("DIFFERENT 1 of 2 decisions\n");
    out.reset();
    assertThat(report(changed).verify(Optional.of(IncidentId.mint(ULIDS)))).isZero();
    assertThat(text()).isEqualTo("OK 0 decisions\n");
  }

  @Test
  void anotherPolicyIsTriedAndEveryChangeOfClassShown() {
    PriorityPolicy now = policies.current();
    int code =
        report(decision(Trigger.BUTTON, 0), decision(Trigger.FALL, 0))
            .whatIf(withFallAsHigh(now), Optional.empty());

    assertThat(code).isZero();
    assertThat(text())
        .contains("elevated -> high (score 30 -> 41)", "elevated -> high: 1")
        .endsWith("Under tried 1 of 2 decisions would change class\n");
  }

  private static PriorityPolicy withFallAsHigh(PriorityPolicy now) {
    var triggers = new java.util.EnumMap<>(now.triggers());
    triggers.put(Trigger.FALL, new PriorityPolicy.Weight(41, "A fall"));
    return new PriorityPolicy(
        "tried",
        triggers,
        now.cannotTalk(),
        now.duress(),
        now.redListBase(),
        now.redListPerSeriousness(),
        now.repeatEach(),
        now.repeatMost(),
        now.orders(),
        now.danger(),
        now.bands());
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
