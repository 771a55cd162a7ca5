package org.ariane.router.plan.yaml;

import java.util.List;
import java.util.stream.Stream;
import org.ariane.directory.Directory;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.policy.Channel;
import org.ariane.directory.policy.PolicyExample;
import org.ariane.directory.policy.Situation;
import org.ariane.directory.yaml.DirectoryCheck;
import org.ariane.directory.yaml.DirectoryProblem;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.Danger;
import org.ariane.router.plan.DirectoryPlans;
import org.ariane.router.plan.PlanWords;
import org.ariane.router.plan.RouteRequest;
import org.ariane.router.plan.Staffing;

/// Plans the examples that stand beside the policies, by the hours of the directory, and compares
/// what comes out with what is expected. A directory whose examples fail is not taken.
///
/// @param fallback the server's number of last resort
public record PolicyExamples(PhoneNumber fallback) implements DirectoryCheck {
  @Override
  public List<DirectoryProblem> problems(Directory directory) {
    DirectoryPlans plans = new DirectoryPlans(() -> directory, fallback);
    return directory.policies().examples().stream()
        .flatMap(example -> {
          List<String> steps = steps(example, plans);
          return steps.equals(example.steps())
              ? Stream.empty()
              : Stream.of(
                  new DirectoryProblem(
                      example.file(),
                      example.lineInFile(),
                      "example \"%s\" comes out as %s".formatted(example.name(), steps)));
        })
        .toList();
  }

  private static List<String> steps(PolicyExample example, DirectoryPlans plans) {
    Situation situation = example.situation();
    RouteRequest request =
        new RouteRequest(
            situation.line(),
            situation.channel() == Channel.CHAT ? ContactChannel.CHAT : ContactChannel.CALL,
            situation.language(),
            example.postcode(),
            situation.danger() ? Danger.ALERTED : Danger.NONE,
            situation.silent());
    return PlanWords.of(plans.plan(request, new Staffing.ByHours(), situation.at()));
  }
}
