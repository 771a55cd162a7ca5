package org.ariane.router.transfer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.Zone;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Roster;
import org.ariane.router.assignment.Decision;
import org.ariane.router.assignment.Effect;
import org.ariane.router.assignment.LiveSwitchboard;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.desk.DeskNews;
import org.ariane.router.desk.DeskPort;
import org.ariane.router.desk.PassedOn;
import org.ariane.router.desk.Refusal;
import org.ariane.router.desk.TransferState;

/// The transfers of calls that are under way, one a call. Only who talks with her may ask.
public final class Transfers implements Consumer<Effect> {
  static final Refusal UNDER_WAY = new Refusal("under-way", "A transfer is under way already");
  static final Refusal CHAT = new Refusal("chat", "A chat is passed on at the desk itself");

  /// After so long without a word of the switch nothing rings any more.
  private static final Duration RINGS_AT_MOST = Duration.ofSeconds(90);

  private record Open(Transfer transfer, TransferPhase phase) {}

  private final LiveSwitchboard switchboard;
  private final DirectorySource directory;
  private final Roster roster;
  private final Callees callees;
  private final DeskPort desks;
  private final Supplier<TransferId> ids;
  private final InstantSource clock;
  private final BiConsumer<TransferKind, String> counter;
  private final Map<ContactId, Open> open = new HashMap<>();
  private volatile CallControl control = CallControl.NONE;

  /// @param counter is told of each transfer that is over, by kind and outcome
  public Transfers(
      LiveSwitchboard switchboard,
      DirectorySource directory,
      Roster roster,
      DeskPort desks,
      Supplier<TransferId> ids,
      InstantSource clock,
      BiConsumer<TransferKind, String> counter) {
    this.switchboard = switchboard;
    this.directory = directory;
    this.roster = roster;
    this.callees = new Callees(roster, free(switchboard));
    this.desks = desks;
    this.ids = ids;
    this.clock = clock;
    this.counter = counter;
  }

  private static Callees.Free free(LiveSwitchboard switchboard) {
    return new Callees.Free() {
      @Override
      public Optional<PrincipalId> at(ServiceId desk, Optional<Language> language) {
        return switchboard.free(desk, ContactChannel.CALL, language);
      }

      @Override
      public boolean is(PrincipalId operator) {
        return switchboard.free(operator, ContactChannel.CALL);
      }
    };
  }

  /// Where the telephone line plugs in; once at start.
  public void attach(CallControl telephony) {
    control = telephony;
  }

  public TransferAnswer ask(
      ContactId id,
      PrincipalId by,
      TransferKind kind,
      TransferTarget target,
      Set<Disclosure> told) {
    Optional<Contact> contact = switchboard.contact(id);
    if (contact.isEmpty() || !talks(id, by)) {
      return new TransferAnswer.NotYours();
    }
    if (contact.get().channel() != ContactChannel.CALL) {
      return new TransferAnswer.No(CHAT);
    }
    return switch (callees.find(target, contact.get(), directory.current(), clock.instant())) {
      case Callees.Found.None(Refusal why) -> new TransferAnswer.No(why);
      case Callees.Found.Of(Callee callee) ->
          begin(
              new Transfer(ids.get(), id, by, kind, target.ref(), callee, told, clock.instant()),
              contact.get());
    };
  }

  private TransferAnswer begin(Transfer transfer, Contact contact) {
    ContactId id = transfer.contact();
    synchronized (this) {
      if (open.containsKey(id) && !forgotten(open.get(id))) {
        return new TransferAnswer.No(UNDER_WAY);
      }
      open.put(id, new Open(transfer, TransferPhase.RINGING));
    }
    if (!control.begin(transfer, contact)) {
      synchronized (this) {
        open.remove(id);
      }
      counter.accept(transfer.kind(), "switch-away");
      return new TransferAnswer.SwitchAway();
    }
    switchboard.note(
        id,
        "transfer-asked",
        transfer.kind().wireName() + " " + transfer.ref(),
        Optional.of(transfer.from()));
    TransferCourse.begun().effects().forEach(effect -> carryOut(transfer, effect));
    return new TransferAnswer.Begun(transfer);
  }

  private boolean forgotten(Open known) {
    return known.phase() == TransferPhase.RINGING
        && known.transfer().begun().plus(RINGS_AT_MOST).isBefore(clock.instant());
  }

  public TransferAnswer step(ContactId id, PrincipalId by, TransferStep step) {
    Optional<Open> found = open(id);
    if (found.isEmpty() || !found.get().transfer().from().equals(by) || !talks(id, by)) {
      return new TransferAnswer.NotYours();
    }
    TransferCourse course =
        TransferCourse.of(
            found.get().transfer().kind(), found.get().phase(), new TransferEvent.Wanted(step));
    for (TransferEffect effect : course.effects()) {
      if (effect instanceof TransferEffect.Refused(Refusal why)) {
        return new TransferAnswer.No(why);
      }
    }
    boolean together = found.get().phase() == TransferPhase.JOINED;
    return control.step(id, step, together)
        ? new TransferAnswer.Told()
        : new TransferAnswer.SwitchAway();
  }

  /// The one under way that this operator began.
  public Optional<Transfer> standing(ContactId id, PrincipalId by) {
    return open(id).map(Open::transfer).filter(transfer -> transfer.from().equals(by));
  }

  /// How it stands, for who began it.
  public Optional<TransferState> state(ContactId id) {
    return open(id)
        .map(known ->
            switch (known.phase()) {
              case RINGING -> TransferState.OFFERED;
              case CONSULTING -> TransferState.CONSULTING;
              case JOINED -> TransferState.JOINED;
              case OVER -> TransferState.RETURNED;
            });
  }

  private synchronized Optional<Open> open(ContactId id) {
    return Optional.ofNullable(open.get(id));
  }

  private boolean talks(ContactId id, PrincipalId by) {
    return switchboard.talksTo(id).filter(by::equals).isPresent();
  }

  /// News of the switch. What is not about the transfer under way is late, and changes nothing.
  public synchronized void heard(ContactId contact, String transfer, TransferEvent event) {
    Open known = open.get(contact);
    if (known != null && known.transfer().id().value().equals(transfer)) {
      advance(known, event);
    }
  }

  /// A contact that left takes its transfer along. Of a talk that was found the desk has just
  /// heard: now it can hear how far its transfer is.
  @Override
  public void accept(Effect effect) {
    if (effect instanceof Effect.Decided(Decision decision)) {
      switch (decision.code()) {
        case "left" -> {
          synchronized (this) {
            Open known = open.get(decision.contact());
            if (known != null) {
              advance(known, new TransferEvent.CallerGone());
            }
          }
        }
        case "resumed" -> open(decision.contact()).ifPresent(it -> tellState(it.transfer()));
        default -> {}
      }
    }
  }

  private void tellState(Transfer transfer) {
    state(transfer.contact())
        .ifPresent(how -> carryOut(transfer, new TransferEffect.Tell(how, Optional.empty())));
  }

  private void advance(Open known, TransferEvent event) {
    Transfer transfer = known.transfer();
    TransferCourse course = TransferCourse.of(transfer.kind(), known.phase(), event);
    if (course.phase() == TransferPhase.OVER) {
      open.remove(transfer.contact());
    } else {
      open.put(transfer.contact(), new Open(transfer, course.phase()));
    }
    course.effects().forEach(effect -> carryOut(transfer, effect));
  }

  private void carryOut(Transfer transfer, TransferEffect effect) {
    switch (effect) {
      case TransferEffect.Order order -> {}
      case TransferEffect.Refused refused -> {}
      case TransferEffect.Tell(TransferState state, Optional<String> cause) ->
          desks.tell(
              transfer.from(),
              new DeskNews.CallTransfer(
                  transfer.contact(), transfer.kind().wireName(), transfer.ref(), state, cause));
      case TransferEffect.Note(String code, String detail) ->
          switchboard.note(transfer.contact(), code, detail, Optional.of(transfer.from()));
      case TransferEffect.Moved() -> moved(transfer);
      case TransferEffect.Count(String outcome) -> counter.accept(transfer.kind(), outcome);
    }
  }

  private void moved(Transfer transfer) {
    switch (transfer.callee()) {
      case Callee.Colleague(PrincipalId next, var languages) -> {
        Optional<Contact> contact = switchboard.contact(transfer.contact());
        passedOn(transfer.contact(), transfer.told());
        switchboard.moved(transfer.contact(), transfer.from(), next);
        contact.ifPresent(known ->
            desks.tell(next, DeskNews.CallHere.of(known, Optional.of(shown(transfer.told())))));
      }
      case Callee.Elsewhere elsewhere -> switchboard.handedOut(transfer.contact(), transfer.from());
      case Callee.Outside outside -> switchboard.handedOut(transfer.contact(), transfer.from());
      case Callee.Police police -> switchboard.handedOut(transfer.contact(), transfer.from());
    }
  }

  /// What a colleague is shown from now on: no more than she agreed to. Asked with what the switch
  /// kept, too, before a talk that it holds is taken over.
  public void passedOn(ContactId contact, Set<Disclosure> told) {
    desks.passedOn(contact, shown(told));
  }

  private static PassedOn shown(Set<Disclosure> told) {
    return new PassedOn(told.contains(Disclosure.PLACE), told.contains(Disclosure.DANGER));
  }

  /// One that another server began and the switch goes on with. Nothing changes where one is known.
  ///
  /// @param stage as the switch names it
  public void found(Transfer transfer, String stage) {
    Optional<TransferPhase> phase = TransferPhase.parse(stage);
    boolean fresh;
    synchronized (this) {
      fresh =
          phase.isPresent()
              && open.putIfAbsent(transfer.contact(), new Open(transfer, phase.get())) == null;
    }
    if (fresh) {
      tellState(transfer);
    }
  }

  /// Whom an operator may pass this call on to, besides the services of the directory.
  ///
  /// @param colleagues operators who are free
  /// @param centre the police centre of her place, where a number is agreed
  public record Targets(List<PrincipalId> colleagues, Optional<CentreId> centre) {
    public Targets {
      colleagues = List.copyOf(colleagues);
    }
  }

  /// Empty where it is not this operator's call.
  public Optional<Targets> targets(ContactId id, PrincipalId by) {
    return switchboard
        .contact(id)
        .filter(contact -> talks(id, by))
        .map(contact ->
            new Targets(
                roster.operators().stream()
                    .map(Principal::id)
                    .filter(one -> switchboard.free(one, ContactChannel.CALL))
                    .toList(),
                contact
                    .postcode()
                    .flatMap(directory.current()::zoneOf)
                    .filter(zone -> zone.agreedNumber().isPresent())
                    .map(Zone::firstCentre)));
  }
}
