package org.ariane.ivr.asterisk;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ariane.ivr.asterisk.Legs.Leg;
import org.ariane.router.assignment.OfferId;
import org.ariane.router.assignment.Switchboard;
import org.ariane.router.callback.CallbackId;
import org.ariane.router.contact.ContactId;
import org.ariane.router.presence.PhoneState;
import org.asteriskjava.manager.event.ContactStatusEvent;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.CoreShowChannelsCompleteEvent;
import org.asteriskjava.manager.event.DeviceStateChangeEvent;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.DtmfEndEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns the events of one switch into reports to the switchboard. One thread, in order; whatever
/// comes twice changes nothing.
final class SwitchNews {
  private static final Logger LOG = LoggerFactory.getLogger(SwitchNews.class);

  private final SwitchId on;
  private final Switchboard switchboard;
  private final Known known;
  private final OperatorDevices devices;
  private final VoiceMetrics metrics;
  private final DutyRings duty;
  private final PoliceUnanswered unanswered;
  private final Asides asides;
  private final TalkReports talks;
  private final LostNeighbours neighbours;
  private final Adoption adoption;
  private final Runnable away;
  private final Set<String> listed = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private Set<ContactId> callersBefore = Set.of();
  private Set<OfferId> legsBefore = Set.of();

  /// @param away told when the connection to the switch is lost
  SwitchNews(
      SwitchId on,
      Switchboard switchboard,
      Known known,
      OperatorDevices devices,
      VoiceMetrics metrics,
      DutyRings duty,
      PoliceUnanswered unanswered,
      Asides asides,
      TalkReports talks,
      LostNeighbours neighbours,
      Adoption adoption,
      Runnable away) {
    this.on = on;
    this.switchboard = switchboard;
    this.known = known;
    this.devices = devices;
    this.metrics = metrics;
    this.duty = duty;
    this.unanswered = unanswered;
    this.asides = asides;
    this.talks = talks;
    this.neighbours = neighbours;
    this.adoption = adoption;
    this.away = away;
  }

  void on(ManagerEvent event) {
    switch (event) {
      case ArianeEvent told -> told(told);
      case DeviceStateChangeEvent device -> device(device.getDevice(), device.getState());
      case OriginateResponseEvent response -> originated(response);
      case DtmfEndEvent key -> pressed(key);
      case HangupEvent hangup -> duty.ended(hangup.getUniqueId(), DutyEnd.hungUp(cause(hangup)));
      case ContactStatusEvent neighbour -> neighbour(neighbour);
      case DisconnectEvent _ -> away.run();
      case CoreShowChannelEvent channel -> listed(channel);
      case CoreShowChannelsCompleteEvent _ -> reconcile();
      default -> LOG.trace("{} says nothing to us", event.getClass());
    }
  }

  private void told(ArianeEvent event) {
    talks.on(event);
    switch (event.getWhat()) {
      case "accepted" -> {
        metrics.offer("accepted");
        offer(event.getOffer(), this::accepted);
      }
      case "offer-ended" -> offerEnded(event);
      case "gone" -> gone(event);
      case "rescue" -> {
        metrics.rescue();
        LOG.warn("{} was rescued by the dialplan", event.getContact());
      }
      case "rang-answered" ->
          contact(event.getContact()).ifPresent(contact -> switchboard.ringEnded(contact, true));
      case "trunk-silent" -> trunkSilent(event.getAnswer());
      case "over", "lane", "full" -> metrics.door(event.getWhat());
      case "duty-ended" -> duty.ended(event.getDuty(), DutyEnd.told(event.getAnswer()));
      case "callback-ended" -> callbackEnded(event.getCallback(), event.getAnswer());
      case "operator-joined" -> LOG.info("{}: operator in the room", event.getContact());
      case "police-answered", "police-joined", "police-ended" -> {
        metrics.police(event.getWhat().substring("police-".length()));
        LOG.info("{}: {}", event.getContact(), event.getWhat());
      }
      case "police-unanswered" -> {
        metrics.police("unanswered");
        LOG.warn("{}: the police were rung in vain", event.getContact());
        contact(event.getContact())
            .ifPresent(contact -> unanswered.tell(contact, event.getExercise().equals("1")));
      }
      default -> LOG.debug("unknown news {}", event.getWhat());
    }
  }

  private void trunkSilent(String trunk) {
    if (Set.of("trunk", "emergency-trunk").contains(trunk)) {
      metrics.silent(trunk);
      LOG.warn("{}: not one answer within four seconds; the call goes on elsewhere", trunk);
    }
  }

  /// How she says yes and no where she cannot speak. Never logged: keys may be where she lives.
  private void pressed(DtmfEndEvent key) {
    String digit = key.getDigit();
    if (key.isReceived() && digit != null && digit.length() == 1) {
      known
          .calls()
          .contact(on, key.getChannel())
          .ifPresent(contact ->
              asides.pressed(contact, digit.charAt(0), key.getDateReceived().toInstant()));
    }
  }

  private void callbackEnded(String id, String how) {
    if (CallbackId.isValid(id)) {
      asides.ended(
          new CallbackId(id),
          switch (how) {
            case "ANSWER" -> "answered";
            case "NOANSWER", "CANCEL" -> "unanswered";
            case "BUSY" -> "busy";
            case "declined", "refused" -> how;
            default -> "failed";
          });
    }
  }

  /// One that another server made is taken over.
  private void accepted(OfferId offer) {
    known.legs().accepted(offer);
    switchboard.accepted(offer);
    adoption.listed(offer);
  }

  private void offerEnded(ArianeEvent event) {
    offer(event.getOffer(), known.legs()::ended);
    metrics.media("operator", number(event.getReceived()), number(event.getSent()));
    switch (event.getAnswer()) {
      case "accepted" -> parted(event);
      case "declined" -> {
        metrics.offer("declined");
        offer(event.getOffer(), switchboard::declined);
      }
      default -> {
        metrics.offer("unanswered");
        offer(event.getOffer(), switchboard::unanswered);
      }
    }
  }

  /// A telephone that was hung up ended the talk; one that was lost did not (Q.850 causes).
  private void parted(ArianeEvent event) {
    boolean again = !Set.of("", "0", "16").contains(event.getCause());
    Optional<ContactId> contact = contact(event.getContact());
    if (contact.isPresent()) {
      LOG.info("{} and {} parted, again {}", contact.get(), event.getOperator(), again);
      known
          .phones()
          .operator(event.getOperator())
          .ifPresent(operator -> switchboard.parted(contact.get(), operator, again));
    }
  }

  private void gone(ArianeEvent event) {
    metrics.media("caller", number(event.getReceived()), number(event.getSent()));
    contact(event.getContact()).ifPresent(this::leave);
  }

  private void leave(ContactId contact) {
    LOG.info("{} has left", contact);
    known.calls().gone(contact);
    asides.gone(contact);
    switchboard.leave(contact);
  }

  private static int cause(HangupEvent hangup) {
    Integer cause = hangup.getCause();
    return cause == null ? 0 : cause;
  }

  private void originated(OriginateResponseEvent response) {
    String id = response.getActionId();
    if (response.isSuccess()) {
      return;
    }
    if (id != null && DutyCallId.isValid(id)) {
      duty.failed(id);
    } else if (id != null && CallbackId.isValid(id)) {
      callbackEnded(id, "declined");
    } else if (id != null && id.startsWith("su-")) {
      talks.failed(id);
    } else {
      metrics.offer("unanswered");
      offer(id, known.legs()::ended);
      offer(id, switchboard::unanswered);
    }
  }

  /// The switch tells of a device without a state while it is being set up.
  private void device(String device, @org.jspecify.annotations.Nullable String state) {
    if (state == null) {
      return;
    }
    devices
        .told(on, device, state(state))
        .ifPresent(told -> known.phones().told(on, told.operator(), told.state()));
  }

  private void neighbour(ContactStatusEvent event) {
    String name = event.getEndpointName();
    String status = event.getContactStatus();
    if (name != null && status != null) {
      Neighbours.named(name)
          .ifPresent(other -> neighbours.told(on, other, !status.equals("Unreachable")));
    }
  }

  private static PhoneState state(String device) {
    return switch (device) {
      case "NOT_INUSE" -> PhoneState.IDLE;
      case "RINGING", "RINGINUSE" -> PhoneState.RINGING;
      case "INUSE", "BUSY", "ONHOLD" -> PhoneState.IN_USE;
      default -> PhoneState.UNREACHABLE;
    };
  }

  /// Before the channels are listed: who is known now and not in the list is gone.
  void expectList() {
    callersBefore = known.calls().known(on);
    legsBefore = known.legs().known(on);
    listed.clear();
    ids.clear();
  }

  private void listed(CoreShowChannelEvent channel) {
    listed.add(channel.getChannel());
    ids.add(channel.getUniqueid());
  }

  private void reconcile() {
    known.calls().missingFrom(on, listed, callersBefore).forEach(this::leave);
    known.legs().missingFrom(on, ids, legsBefore).forEach(this::missed);
    ids.stream().filter(OfferId::isValid).map(OfferId::new).forEach(adoption::listed);
    callersBefore = Set.of();
    legsBefore = Set.of();
  }

  /// Nobody told how it ended. Where the caller is still there she is to have another human.
  private void missed(Leg leg) {
    boolean again = known.calls().call(leg.contact()).isPresent();
    LOG.warn(
        "{} of {} ended unheard, talked {}, again {}",
        leg.offer(),
        leg.contact(),
        leg.talks(),
        again);
    if (leg.talks()) {
      switchboard.parted(leg.contact(), leg.operator(), again);
    } else {
      switchboard.unanswered(leg.offer());
    }
  }

  private static Optional<ContactId> contact(String text) {
    return ContactId.isValid(text) ? Optional.of(new ContactId(text)) : Optional.empty();
  }

  private static void offer(
      @org.jspecify.annotations.Nullable String id, Consumer<OfferId> report) {
    if (id != null && OfferId.isValid(id)) {
      report.accept(new OfferId(id));
    }
  }

  private static long number(String text) {
    return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
  }
}
