package org.ariane.router.plan;

import java.util.ArrayList;
import java.util.List;
import org.ariane.directory.Directory;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.policy.PolicyId;

/// What another directory, above all another set of policies, would have made of the same contacts,
/// by the hours alone.
///
/// @param contacts how many were planned twice
/// @param changed how many come out otherwise
/// @param changes some of them, the first in the order of the day
public record PolicyTrial(int contacts, int changed, List<Change> changes) {
  public PolicyTrial {
    changes = List.copyOf(changes);
  }

  /// One contact that comes out otherwise, in the words of [PlanWords].
  public record Change(MadeUpDay.Made contact, Outcome before, Outcome after) {}

  /// What one policy makes of a contact.
  public record Outcome(PolicyId policy, List<String> steps) {
    public Outcome {
      steps = List.copyOf(steps);
    }
  }

  /// Plans each contact twice.
  ///
  /// @param fallback the server's number of last resort
  /// @param shown how many changes are told in full
  public static PolicyTrial of(
      Directory now,
      Directory draft,
      List<MadeUpDay.Made> contacts,
      PhoneNumber fallback,
      int shown) {
    DirectoryPlans before = new DirectoryPlans(() -> now, fallback);
    DirectoryPlans after = new DirectoryPlans(() -> draft, fallback);
    List<Change> changes = new ArrayList<>();
    int changed = 0;
    for (MadeUpDay.Made contact : contacts) {
      Outcome was = outcome(before, contact);
      Outcome is = outcome(after, contact);
      if (!was.steps().equals(is.steps())) {
        changed++;
        if (changes.size() < shown) {
          changes.add(new Change(contact, was, is));
        }
      }
    }
    return new PolicyTrial(contacts.size(), changed, changes);
  }

  private static Outcome outcome(DirectoryPlans plans, MadeUpDay.Made contact) {
    RoutingPlan plan = plans.plan(contact.request(), new Staffing.ByHours(), contact.at());
    return new Outcome(plan.policy(), PlanWords.of(plan));
  }
}
