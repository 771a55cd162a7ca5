package org.ariane.chat.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.chat.protocol.ServerFrame;
import org.ariane.chat.protocol.VisitorFrame.Answer;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactId;
import org.ariane.router.contact.Told;
import org.ariane.router.desk.Conversation;
import org.ariane.router.desk.DangerNotice;
import org.ariane.router.desk.DeskNews;
import org.ariane.router.desk.Message;
import org.ariane.router.desk.MessageId;
import org.ariane.router.desk.TransferState;

/// One chat. Deterministic: the same events at the same instants give the same effects; no IO. Not
/// safe for several threads; whoever holds it sees to that.
public final class ChatSession {
  private final Transcript transcript = new Transcript();
  private Contact contact;
  private ChatPhase phase = new ChatPhase.Waiting();
  private DangerState danger;
  private Optional<ServerFrame.Queue> shown = Optional.empty();
  private Optional<ServiceId> lastDesk = Optional.empty();
  private int transfers;
  private Instant lastWord;
  private List<ChatEffect> effects = new ArrayList<>();
  private Instant now;

  public ChatSession(Contact contact) {
    this(contact, contact.arrivedAt());
  }

  /// One that goes on at another server: what was written before is gone.
  public ChatSession(Contact contact, Instant from) {
    this.contact = contact;
    this.danger = DangerState.of(contact);
    this.now = from;
    this.lastWord = from;
  }

  public ContactId id() {
    return contact.id();
  }

  public Contact contact() {
    return contact;
  }

  public boolean ended() {
    return phase instanceof ChatPhase.Ended;
  }

  public boolean waits() {
    return phase instanceof ChatPhase.Waiting;
  }

  public boolean inDanger() {
    return danger.said();
  }

  /// Whether nobody can come before she says where she is.
  public boolean placeMissing() {
    return danger.notice() == DangerNotice.PLACE_UNKNOWN && !danger.pending();
  }

  /// The transfer that waits for her answer.
  public Optional<String> asked() {
    return transferring()
        .filter(open -> open.stage() == ChatPhase.Stage.ASKED)
        .map(ChatPhase.Transferring::id);
  }

  /// When somebody last wrote.
  public Instant lastWord() {
    return lastWord;
  }

  public Optional<PrincipalId> operator() {
    return talking().map(ChatPhase.Talking::operator);
  }

  /// What an operator who talks here may see of it.
  public Conversation seenBy(PrincipalId operator) {
    return new Conversation(
        contact.id(),
        contact.channel(),
        contact.medium(),
        contact.language(),
        contact.postcode(),
        transcript.hidden() ? Told.NOTHING : contact.told(),
        danger.notice(),
        danger.incident(),
        transcript.readableBy(operator),
        !transcript.hidden(),
        contact.exercise());
  }

  public List<ChatEffect> on(ChatEvent event, Instant at) {
    now = at;
    effects = new ArrayList<>();
    if (!ended()) {
      switch (event) {
        case ChatEvent.VisitorSaid(MessageId id, String text) -> visitorSaid(id, text);
        case ChatEvent.VisitorTyped() -> desk(new DeskNews.Typing(id()));
        case ChatEvent.VisitorSaw(MessageId id) -> {
          if (transcript.operatorWrote(id)) {
            desk(new DeskNews.Seen(id(), id));
          }
        }
        case ChatEvent.DangerSaid said -> dangerSaid(said);
        case ChatEvent.PlaceSaid said -> placeSaid(said);
        case ChatEvent.AlarmAnswered answered -> alarmAnswered(answered);
        case ChatEvent.Consented(String id, Answer answer) -> consented(id, answer);
        case ChatEvent.VisitorLeft() -> end(ServerFrame.Reason.LEFT, "left");
        case ChatEvent.TookTooLong() -> end(ServerFrame.Reason.TOO_LONG, "too-long");
        case ChatEvent.Waits waits -> waits(waits);
        case ChatEvent.Joined joined ->
            join(new ChatPhase.Talking(joined.operator(), joined.desk(), joined.service()));
        case ChatEvent.Interrupted(PrincipalId operator) -> interrupted(operator);
        case ChatEvent.OperatorSaid said -> operatorSaid(said);
        case ChatEvent.OperatorTyped(PrincipalId operator) -> {
          if (talksTo(operator)) {
            visitor(new ServerFrame.Typing());
          }
        }
        case ChatEvent.OperatorSaw(PrincipalId operator, MessageId id) -> {
          if (talksTo(operator) && transcript.visitorWrote(id)) {
            visitor(new ServerFrame.Seen(id));
          }
        }
        case ChatEvent.OperatorEnded(PrincipalId operator) -> {
          if (talksTo(operator)) {
            end(ServerFrame.Reason.OPERATOR, "operator");
          }
        }
        case ChatEvent.TransferAsked asked -> transferAsked(asked);
        case ChatEvent.TransferOffered() -> transferring().ifPresent(this::transferOffered);
        case ChatEvent.TransferAccepted accepted ->
            transferring().ifPresent(open -> transferAccepted(open, accepted));
        case ChatEvent.TransferFailed(String cause) ->
            transferring().ifPresent(open -> transferFailed(open, cause));
      }
    }
    return List.copyOf(effects);
  }

  private void visitorSaid(MessageId id, String text) {
    if (transcript.full()) {
      end(ServerFrame.Reason.TOO_LONG, "too-long");
      return;
    }
    if (transcript.add(Optional.empty(), id, text, now)) {
      lastWord = now;
      desk(new DeskNews.Said(id(), new Message(id, Message.Author.VISITOR, text, now)));
    }
    visitor(new ServerFrame.Sent(id));
  }

  private void operatorSaid(ChatEvent.OperatorSaid said) {
    if (!talksTo(said.operator())) {
      return;
    }
    if (transcript.add(Optional.of(said.operator()), said.id(), said.text(), now)) {
      lastWord = now;
      visitor(new ServerFrame.Said(said.id(), said.text()));
      Message message = new Message(said.id(), Message.Author.OPERATOR, said.text(), now);
      desk(new DeskNews.Said(id(), message));
    }
    desk(new DeskNews.Sent(id(), said.id()));
  }

  private void dangerSaid(ChatEvent.DangerSaid said) {
    if (danger.pending()) {
      return;
    }
    if (danger.notice() == DangerNotice.ALERTED) {
      tellDanger();
    } else if (said.placeKnown()) {
      raise(said.numbers());
    } else {
      danger = danger.placeUnknown(said.numbers());
      revise();
      tellDanger();
    }
  }

  private void placeSaid(ChatEvent.PlaceSaid said) {
    boolean same = contact.postcode().filter(said.postcode()::equals).isPresent();
    contact = contact.withPostcode(said.postcode());
    operator().ifPresent(reader -> desk(new DeskNews.Opened(seenBy(reader))));
    if (!danger.said()) {
      if (!same) {
        revise();
      }
    } else if (danger.notice() == DangerNotice.ALERTED && (same || !said.served())) {
      tellDanger();
    } else if (said.served()) {
      raise(said.numbers());
    } else {
      tellDanger();
    }
  }

  private void raise(List<String> numbers) {
    danger = danger.handedIn(numbers);
    revise();
    effects.add(new ChatEffect.RaiseAlarm(contact));
  }

  private void alarmAnswered(ChatEvent.AlarmAnswered answered) {
    danger = danger.answered(answered.state(), answered.incident(), answered.numbers());
    revise();
    tellDanger();
  }

  private void revise() {
    contact = contact.withDanger(danger.urgency(), danger.incident());
    effects.add(new ChatEffect.Revise(contact));
  }

  private void tellDanger() {
    visitor(new ServerFrame.Danger(danger.notice(), danger.numbers()));
    desk(new DeskNews.Danger(id(), danger.notice(), danger.incident()));
  }

  private void waits(ChatEvent.Waits waits) {
    if (!waits()) {
      return;
    }
    ServerFrame.Queue queue =
        new ServerFrame.Queue(
            waits.position(), waits.expectedS(), waits.alternatives(), lastDesk.isPresent());
    if (!shown.equals(Optional.of(queue))) {
      shown = Optional.of(queue);
      visitor(queue);
    }
  }

  private void join(ChatPhase.Talking next) {
    if (!lastDesk.orElse(next.desk()).equals(next.desk())) {
      transcript.hideAll();
    }
    shown = Optional.empty();
    lastDesk = Optional.of(next.desk());
    phase = next;
    visitor(new ServerFrame.Joined(next.service()));
    desk(new DeskNews.Opened(seenBy(next.operator())));
  }

  private void interrupted(PrincipalId operator) {
    if (talksTo(operator)) {
      desk(new DeskNews.Closed(id(), "lost"));
      phase = new ChatPhase.Waiting();
    }
  }

  private void transferAsked(ChatEvent.TransferAsked asked) {
    boolean offered =
        transferring().filter(open -> open.stage() != ChatPhase.Stage.ASKED).isPresent();
    if (!talksTo(asked.operator()) || offered) {
      return;
    }
    talking()
        .ifPresent(talking -> {
          ChatPhase.Transferring open =
              new ChatPhase.Transferring(
                  talking, "t" + ++transfers, asked.to(), asked.service(), ChatPhase.Stage.ASKED);
          phase = open;
          visitor(new ServerFrame.Transfer(open.id(), open.service()));
          transfer(open, TransferState.ASKED, Optional.empty());
        });
  }

  private void consented(String id, Answer answer) {
    transferring()
        .filter(open -> open.id().equals(id) && open.stage() == ChatPhase.Stage.ASKED)
        .ifPresent(open -> {
          switch (answer) {
            case STAY -> {
              phase = open.talking();
              transfer(open, TransferState.STAYS, Optional.empty());
            }
            case SHARE -> handOver(open, ChatPhase.Stage.AGREED_WITH_TEXT);
            case WITHOUT -> handOver(open, ChatPhase.Stage.AGREED_WITHOUT);
          }
        });
  }

  private void handOver(ChatPhase.Transferring open, ChatPhase.Stage stage) {
    phase = new ChatPhase.Transferring(open.talking(), open.id(), open.to(), open.service(), stage);
    effects.add(new ChatEffect.HandOver(open.talking().operator(), open.to()));
  }

  private void transferOffered(ChatPhase.Transferring open) {
    transfer(open, TransferState.OFFERED, Optional.empty());
  }

  private void transferAccepted(ChatPhase.Transferring open, ChatEvent.TransferAccepted accepted) {
    transfer(open, TransferState.ACCEPTED, Optional.empty());
    desk(new DeskNews.Closed(id(), "transferred"));
    if (open.stage() != ChatPhase.Stage.AGREED_WITH_TEXT) {
      transcript.hideAll();
    }
    lastDesk = Optional.of(accepted.desk());
    visitor(new ServerFrame.Transferred(accepted.service()));
    join(new ChatPhase.Talking(accepted.operator(), accepted.desk(), accepted.service()));
  }

  private void transferFailed(ChatPhase.Transferring open, String cause) {
    phase = open.talking();
    visitor(new ServerFrame.Returned(open.id(), open.talking().service()));
    transfer(open, TransferState.RETURNED, Optional.of(cause));
  }

  private void transfer(ChatPhase.Transferring open, TransferState state, Optional<String> cause) {
    effects.add(
        new ChatEffect.ToDesk(
            open.talking().operator(), new DeskNews.Transfer(id(), open.to(), state, cause)));
  }

  private void end(ServerFrame.Reason reason, String deskReason) {
    desk(new DeskNews.Closed(id(), deskReason));
    visitor(new ServerFrame.Ended(reason));
    phase = new ChatPhase.Ended();
    transcript.erase();
    effects.add(new ChatEffect.Gone());
  }

  private Optional<ChatPhase.Talking> talking() {
    return switch (phase) {
      case ChatPhase.Talking talking -> Optional.of(talking);
      case ChatPhase.Transferring open -> Optional.of(open.talking());
      case ChatPhase.Waiting() -> Optional.empty();
      case ChatPhase.Ended() -> Optional.empty();
    };
  }

  private Optional<ChatPhase.Transferring> transferring() {
    return phase instanceof ChatPhase.Transferring open ? Optional.of(open) : Optional.empty();
  }

  private boolean talksTo(PrincipalId operator) {
    return operator().filter(operator::equals).isPresent();
  }

  private void visitor(ServerFrame frame) {
    effects.add(new ChatEffect.ToVisitor(frame));
  }

  private void desk(DeskNews news) {
    operator().ifPresent(operator -> effects.add(new ChatEffect.ToDesk(operator, news)));
  }
}
