package org.ariane.ivr.asterisk;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.assignment.Switchboard;
import org.ariane.router.assignment.Turn;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactId;
import org.ariane.router.transfer.Callee;
import org.ariane.router.transfer.Disclosure;
import org.ariane.router.transfer.Transfer;
import org.ariane.router.transfer.TransferId;
import org.ariane.router.transfer.TransferKind;
import org.ariane.router.transfer.Transfers;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.CoreShowChannelsCompleteEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// On one switch: talks that this server has not heard of, as those that another server began or
/// that the dialplan rescued. Who has her, what she agreed to, and how far a transfer has come is
/// read from the channels, so that the talk can be passed on, too.
final class FoundTalks {
  private static final Logger LOG = LoggerFactory.getLogger(FoundTalks.class);

  private final SwitchId on;
  private final Known known;
  private final Talks talks;
  private final Switchboard switchboard;
  private final Transfers transfers;
  private final FoundSupervisors supervisors;
  private final Adoption.CallReader calls;
  private final InstantSource clock;
  private final Executor virtualThreads;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final Set<String> done = ConcurrentHashMap.newKeySet();
  private final Set<String> listed = ConcurrentHashMap.newKeySet();

  FoundTalks(SwitchId on, Known known, Talks talks, VoiceParts parts, Adoption.CallReader calls) {
    this.on = on;
    this.known = known;
    this.talks = talks;
    this.switchboard = parts.switchboard();
    this.transfers = parts.transfers();
    this.supervisors = new FoundSupervisors(parts.supervisions(), calls, known.phones());
    this.calls = calls;
    this.clock = parts.clock();
    this.virtualThreads = parts.virtualThreads();
  }

  /// Never blocks.
  void on(ManagerEvent event) {
    switch (event) {
      case ArianeEvent told when told.getWhat().equals("rescue-taken") -> look(told.getChannel());
      case ArianeEvent told when told.getWhat().equals("supervise-entered") ->
          virtualThreads.execute(() -> supervisor(told.getContact()));
      case CoreShowChannelEvent channel -> {
        String bridge = channel.getBridgeid();
        if (channel.getChannel() != null && bridge != null && !bridge.isEmpty()) {
          listed.add(channel.getChannel());
          look(channel.getChannel());
        }
      }
      case CoreShowChannelsCompleteEvent _ -> {
        done.retainAll(listed);
        listed.clear();
      }
      default -> {}
    }
  }

  private void look(@org.jspecify.annotations.Nullable String channel) {
    if (channel != null
        && channel.startsWith("PJSIP/")
        && !done.contains(channel)
        && !settled(channel)
        && underWay.add(channel)) {
      virtualThreads.execute(() -> {
        try {
          find(channel);
        } catch (RuntimeException e) {
          LOG.error("the talk of {} was not found", channel, e);
        } finally {
          underWay.remove(channel);
        }
      });
    }
  }

  private boolean settled(String channel) {
    return talks.of(channel).filter(this::joined).isPresent();
  }

  private boolean joined(ContactId contact) {
    return switchboard.turn(contact) instanceof Turn.Joined;
  }

  /// One at a time, so that no caller is met twice. Only the channel of her human is looked at
  /// again until all is known here; others are not her human's, or are read with that one.
  private synchronized void find(String channel) {
    Optional<String> caller = calls.variable(new Word(channel), "ARIANE_CALLER");
    Optional<String> holder =
        caller.flatMap(hers -> calls.variable(new Word(hers), "SHARED(ARIANE_HOLDER)"));
    if (!holder.equals(Optional.of(channel))) {
      done.add(channel);
    }
    if (holder.isPresent() && !settled(holder.get())) {
      Word human = new Word(holder.get());
      operator(human).ifPresent(operator -> found(caller.orElseThrow(), human, operator));
    }
  }

  private void found(String caller, Word human, PrincipalId operator) {
    Optional<Contact> contact = calls.contact(on, caller).or(() -> calls.met(on, caller, human));
    if (contact.isEmpty()) {
      return;
    }
    ContactId id = contact.get().id();
    Word hers = new Word(caller);
    talks.found(id, human.value(), calls.variable(hers, "SHARED(ARIANE_TARGET)").orElse(""));
    calls
        .variable(hers, "SHARED(ARIANE_TOLD)")
        .ifPresent(told -> transfers.passedOn(id, Disclosure.kept(told)));
    calls
        .variable(hers, "SHARED(ARIANE_STAGE)")
        .ifPresent(stage ->
            transfer(id, hers, human, operator).ifPresent(it -> transfers.found(it, stage)));
    if (!joined(id)) {
      LOG.info("{} talks with {}: found at the switch", id, operator);
      switchboard.resumed(contact.get(), operator);
    }
    supervisors.look(id, hers, human, operator);
  }

  /// Somebody else's server rang her, and she comes in only now.
  private void supervisor(String contact) {
    if (ContactId.isValid(contact)) {
      ContactId id = new ContactId(contact);
      known
          .calls()
          .call(id)
          .ifPresent(call ->
              talks
                  .holder(id)
                  .map(Word::new)
                  .ifPresent(human ->
                      operator(human)
                          .ifPresent(operator ->
                              supervisors.look(id, new Word(call.channel()), human, operator))));
    }
  }

  private Optional<PrincipalId> operator(Word human) {
    return calls.variable(human, "ARIANE_OPERATOR").flatMap(known.phones()::operator);
  }

  private Optional<Transfer> transfer(ContactId id, Word caller, Word human, PrincipalId operator) {
    Optional<Callee> colleague =
        calls
            .variable(human, "ARIANE_NEXT")
            .flatMap(known.phones()::operator)
            .map(next -> new Callee.Colleague(next, java.util.List.of()));
    return calls
        .variable(caller, "SHARED(ARIANE_TRANSFER)")
        .filter(TransferId::isValid)
        .flatMap(transfer ->
            calls
                .variable(human, "ARIANE_KIND")
                .flatMap(TransferKind::parse)
                .map(kind ->
                    new Transfer(
                        new TransferId(transfer),
                        id,
                        operator,
                        kind,
                        calls.variable(human, "ARIANE_REF").orElse(""),
                        colleague.orElseGet(Callee.Elsewhere::new),
                        Disclosure.kept(calls.variable(human, "ARIANE_TOLD").orElse("")),
                        clock.instant())));
  }
}
