package org.ariane.ivr.asterisk;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.ariane.ivr.asterisk.Legs.Leg;
import org.ariane.router.assignment.OfferId;
import org.ariane.router.assignment.Switchboard;
import org.ariane.router.assignment.Turn;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes over what the switch holds and this server does not know: offers that ring and talks that
/// another server began, or whose news was lost. All of it is read from the channels themselves.
final class Adoption {
  private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);

  private final SwitchId on;
  private final Known known;
  private final Switchboard switchboard;
  private final CallReader calls;
  private final Executor virtualThreads;
  private final Set<OfferId> underWay = ConcurrentHashMap.newKeySet();

  /// Reads who is on a channel.
  interface CallReader {
    /// Empty where the variable is not set, or the channel gone.
    Optional<String> variable(Word channel, String name);

    /// The state of a caller as a contact; empty where the channel is not that of a caller.
    Optional<Contact> contact(SwitchId on, String channel);

    /// Gives an id to a caller whom no server has met, since the dialplan rescued her at once, and
    /// tells it to her channel and to that of the human who has her. Empty as above.
    default Optional<Contact> met(SwitchId on, String channel, Word with) {
      return Optional.empty();
    }
  }

  Adoption(
      SwitchId on,
      Known known,
      Switchboard switchboard,
      CallReader calls,
      Executor virtualThreads) {
    this.on = on;
    this.known = known;
    this.switchboard = switchboard;
    this.calls = calls;
    this.virtualThreads = virtualThreads;
  }

  /// A leg that the switch lists, or that was just accepted. Asked again with each list until what
  /// is true there is known here.
  void listed(OfferId offer) {
    Optional<Leg> leg = known.legs().leg(offer);
    boolean settled = leg.filter(found -> !found.talks() || joined(found.contact())).isPresent();
    if (!settled && !known.legs().over(offer) && underWay.add(offer)) {
      virtualThreads.execute(() -> {
        try {
          adopt(offer);
        } finally {
          underWay.remove(offer);
        }
      });
    }
  }

  private boolean joined(ContactId contact) {
    return switchboard.turn(contact) instanceof Turn.Joined;
  }

  private void adopt(OfferId offer) {
    Word channel = Word.of(offer);
    Optional<Leg> leg =
        calls
            .variable(channel, "ARIANE_CONTACT")
            .filter(ContactId::isValid)
            .flatMap(contact ->
                calls
                    .variable(channel, "ARIANE_OPERATOR")
                    .flatMap(known.phones()::operator)
                    .map(operator ->
                        new Leg(
                            offer,
                            new ContactId(contact),
                            operator,
                            on,
                            calls
                                .variable(channel, "ARIANE_ANSWER")
                                .filter("accepted"::equals)
                                .isPresent())));
    leg.ifPresent(known.legs()::began);
    if (leg.isPresent() && leg.get().talks() && !joined(leg.get().contact())) {
      resume(leg.get(), channel);
    }
  }

  private void resume(Leg leg, Word channel) {
    calls
        .variable(channel, "ARIANE_CALLER")
        .flatMap(caller -> calls.contact(on, caller))
        .filter(contact -> contact.id().equals(leg.contact()))
        .ifPresent(contact -> {
          if (!known.legs().over(leg.offer())) {
            LOG.info("{} talks with {}: found at the switch", contact.id(), leg.operator());
            switchboard.resumed(contact, leg.operator());
          }
        });
  }
}
