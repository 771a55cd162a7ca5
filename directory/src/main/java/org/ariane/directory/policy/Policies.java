package org.ariane.directory.policy;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.policy.Move.Desks;
import org.ariane.directory.policy.Move.Numbers;

/// All policies in force: the first whose occasion holds decides. The last holds always, so one
/// always does, and none before it does: nothing is written that can't happen.
///
/// @param version what a decision names; chosen by those who write them
public record Policies(String version, List<Policy> policies, List<PolicyExample> examples) {
  private static final int TELEPHONES = 4;

  /// Where nobody wrote any. In danger any desk; a chat, which no telephone can take, also goes to
  /// the open desks of her area; the rest to the line's desks, then to telephones.
  public static final Policies USUAL =
      new Policies(
          "2026-11-01",
          List.of(
              new Policy(
                  new PolicyId("danger"),
                  Occasion.ALWAYS.withDanger(true),
                  List.of(offer(Desks.ANYBODY), telephones())),
              new Policy(
                  new PolicyId("chat"),
                  Occasion.ALWAYS.withChannel(Channel.CHAT),
                  List.of(offer(Desks.LINE), offer(Desks.AREA), telephones())),
              new Policy(
                  new PolicyId("usual"),
                  Occasion.ALWAYS,
                  List.of(offer(Desks.LINE), telephones()))),
          List.of());

  public Policies {
    policies = List.copyOf(policies);
    examples = List.copyOf(examples);
    if (version.isBlank() || version.length() > 40) {
      throw new IllegalArgumentException("a version has 1 to 40 characters");
    }
    if (policies.isEmpty() || !policies.getLast().when().isAlways()) {
      throw new IllegalArgumentException("the last policy has no `when`: it is for all the rest");
    }
    if (policies.stream().filter(each -> each.when().isAlways()).count() > 1) {
      throw new IllegalArgumentException("what comes after a policy without `when` never happens");
    }
  }

  private static Move offer(Desks desks) {
    return new Move.Offer(desks, Optional.empty());
  }

  private static Move telephones() {
    return new Move.Ring(
        List.of(new Numbers.OfArea(), new Numbers.OfLine()), Optional.empty(), TELEPHONES);
  }

  public Policy of(Situation situation) {
    return policies.stream()
        .filter(policy -> policy.when().holdsFor(situation))
        .findFirst()
        .orElseGet(policies::getLast);
  }
}
