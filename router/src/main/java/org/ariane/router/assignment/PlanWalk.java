package org.ariane.router.assignment;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.plan.Plans;
import org.ariane.router.plan.RouteRequest;
import org.ariane.router.plan.RoutingPlan;
import org.ariane.router.plan.Step;

/// Moves contacts along their plans. A step that cannot be done is skipped; after the last one a
/// new plan begins. A contact for whom nothing can be done keeps waiting at the first desk step.
final class PlanWalk {
  /// How long a contact waits for whom nobody is there at all before the plan is looked at again.
  private static final Duration NOBODY_THERE = Duration.ofSeconds(30);

  private final Board board;
  private final Plans plans;
  private final Together together;

  PlanWalk(Board board, Plans plans, Together together) {
    this.board = board;
    this.together = together;
    this.plans = plans;
  }

  RoutingPlan plan(RouteRequest request) {
    return plans.plan(request, board.staffing(request.channel()), board.now());
  }

  void arrive(Contact contact) {
    walk(Entry.of(contact, planned(contact), board.now()), 0);
  }

  /// Makes a plan anew and begins it.
  void begin(Entry entry) {
    walk(entry.with(planned(entry.contact())), 0);
  }

  private RoutingPlan planned(Contact contact) {
    RoutingPlan plan = plan(RouteRequest.of(contact));
    board.decide(contact.id(), "planned", plan.directoryVersion(), Optional.empty(), List.of());
    return plan;
  }

  void next(Entry entry) {
    walk(entry, entry.step() + 1);
  }

  /// Goes on where a step's time is over, or where all who could answer let her pass and something
  /// else can be done.
  void settle(Entry entry) {
    boolean over = !entry.stepEnds().isAfter(board.now());
    if (over || (exhausted(entry, entry.desks()) && anotherWay(entry))) {
      next(entry);
    }
  }

  private void walk(Entry walking, int from) {
    Entry entry = walking;
    int index = from;
    boolean again = false;
    while (true) {
      List<Step> steps = entry.plan().steps();
      if (index >= steps.size()) {
        if (again) {
          wait(entry);
          return;
        }
        again = true;
        entry = entry.with(plan(RouteRequest.of(entry.contact())));
        index = 0;
        continue;
      }
      Step step = steps.get(index);
      if (feasible(entry, step)) {
        enter(entry, index, step);
        return;
      }
      index++;
    }
  }

  private void enter(Entry entry, int index, Step step) {
    board.decide(entry.id(), "step", index + "-" + name(step), Optional.empty(), List.of());
    Entry there = entry.at(index, board.now().plus(within(step)), new Phase.Queued());
    if (there.together().isPresent()) {
      board.put(there.in(together.begin(there, there.together().get())));
      return;
    }
    Phase phase =
        switch (step) {
          case Step.Together asked -> new Phase.Queued();
          case Step.Offer offer -> new Phase.Queued();
          case Step.Ring ring -> new Phase.Ringing();
          case Step.Fallback fallback -> new Phase.Ringing();
          case Step.Announce announce -> new Phase.Queued();
        };
    board.put(there.in(phase));
  }

  private void wait(Entry entry) {
    List<Step> steps = entry.plan().steps();
    int first = 0;
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i) instanceof Step.Offer) {
        first = i;
      }
    }
    board.put(entry.at(first, board.now().plus(NOBODY_THERE), new Phase.Queued()));
  }

  private boolean feasible(Entry entry, Step step) {
    boolean call = entry.contact().channel() == ContactChannel.CALL;
    return switch (step) {
      case Step.Offer offer -> !exhausted(entry, offer.desks());
      case Step.Together together ->
          call && (!together.rings().isEmpty() || !exhausted(entry, together.desks()));
      case Step.Ring ring -> call;
      case Step.Fallback fallback -> call;
      case Step.Announce announce -> false;
    };
  }

  private boolean anotherWay(Entry entry) {
    for (int i = 0; i < entry.plan().steps().size(); i++) {
      if (i != entry.step() && feasible(entry, entry.plan().steps().get(i))) {
        return true;
      }
    }
    return false;
  }

  /// Whether nobody at these desks is at work who has not let her pass just now.
  private boolean exhausted(Entry entry, List<ServiceId> desks) {
    return board.onShift(desks, entry.contact().channel()).stream()
        .allMatch(seat -> Refusals.recent(entry, seat.operator(), board));
  }

  private static Duration within(Step step) {
    return switch (step) {
      case Step.Offer offer -> offer.within();
      case Step.Together together -> together.within();
      case Step.Ring ring -> ring.within();
      case Step.Fallback fallback -> fallback.within();
      case Step.Announce announce -> Duration.ZERO;
    };
  }

  private static String name(Step step) {
    return step.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
