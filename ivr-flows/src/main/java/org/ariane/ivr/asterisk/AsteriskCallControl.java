package org.ariane.ivr.asterisk;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ariane.directory.service.Language;
import org.ariane.ivr.asterisk.Calls.Call;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Roster;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactId;
import org.ariane.router.transfer.CallControl;
import org.ariane.router.transfer.Callee;
import org.ariane.router.transfer.Disclosure;
import org.ariane.router.transfer.Supervision;
import org.ariane.router.transfer.SupervisionMode;
import org.ariane.router.transfer.Transfer;
import org.ariane.router.transfer.TransferStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts transfers and supervisors in the dialplan (`transfer.conf`, `supervise.conf`), which does
/// everything from there on and tells.
final class AsteriskCallControl implements CallControl {
  private static final Logger LOG = LoggerFactory.getLogger(AsteriskCallControl.class);
  private static final Word CONSULT = new Word("ariane-consult");
  private static final Word TARGET = new Word("ariane-target");
  private static final Word HOLD = new Word("ariane-hold");
  private static final Word ROOM = new Word("ariane-room");
  private static final Word SUPERVISE = new Word("ariane-supervise");
  private static final Word IN_ROOM = new Word("SHARED(ARIANE_ROOM)");
  private static final Word BEGIN = new Word("s");
  private static final Duration RING_SUPERVISOR = Duration.ofSeconds(25);

  private final SwitchLinks switches;
  private final Calls calls;
  private final Talks talks;
  private final Phones phones;
  private final Roster roster;
  private final List<Language> languages;
  private final AsteriskSettings settings;

  /// @param settings of the first switch: trunks, the language spoken where no other is known, and
  ///   who has a telephone
  AsteriskCallControl(
      SwitchLinks switches,
      Calls calls,
      Talks talks,
      Phones phones,
      VoiceParts parts,
      AsteriskSettings settings) {
    this.switches = switches;
    this.calls = calls;
    this.talks = talks;
    this.phones = phones;
    this.roster = parts.roster();
    this.languages = parts.languages();
    this.settings = settings;
  }

  private Ami ami(Call call) {
    return switches.link(call.on()).ami();
  }

  @Override
  public boolean begin(Transfer transfer, Contact contact) {
    Optional<Call> call = calls.call(transfer.contact());
    Optional<Word> operator = talks.holder(transfer.contact()).map(Word::new);
    Optional<Word> device = call.flatMap(known -> device(transfer.callee(), known));
    if (call.isEmpty() || operator.isEmpty() || device.isEmpty()) {
      LOG.warn(
          "{} {}: caller known {}, operator known {}, trunk there {}",
          transfer.contact(),
          transfer.id(),
          call.isPresent(),
          operator.isPresent(),
          device.isPresent());
      return false;
    }
    boolean begun = begin(transfer, contact, call.get(), operator.get(), device.get());
    LOG.info(
        "{} {} {}: {}",
        transfer.contact(),
        transfer.id(),
        transfer.kind().wireName(),
        begun ? "rings" : "not done");
    return begun;
  }

  private boolean begin(Transfer transfer, Contact contact, Call call, Word operator, Word device) {
    Language language = spoken(transfer.callee().languages());
    Map<String, Word> variables = new LinkedHashMap<>();
    variables.put("ARIANE_TRANSFER", Word.of(transfer.id()));
    variables.put("ARIANE_KIND", new Word(transfer.kind().wireName()));
    variables.put("ARIANE_TO", device);
    variables.put("ARIANE_BRIEF", Word.joined(Briefing.of(transfer, contact, language)));
    variables.put("ARIANE_SPEAK", new Word(language.tag()));
    variables.put("ARIANE_TOLD", new Word(Disclosure.kept(transfer.told())));
    variables.put("ARIANE_REF", new Word(transfer.ref()));
    variables.put("ARIANE_ASK", new Word(Briefing.asks(transfer) ? "1" : "0"));
    variables.put(
        "ARIANE_NEXT",
        transfer.callee() instanceof Callee.Colleague colleague
            ? Word.of(colleague.operator())
            : new Word(""));
    Ami ami = ami(call);
    return variables.entrySet().stream()
            .allMatch(each -> ami.set(operator, new Word(each.getKey()), each.getValue()))
        && ami.redirectBoth(operator, CONSULT, BEGIN, new Word(call.channel()), HOLD, BEGIN);
  }

  private Optional<Word> device(Callee callee, Call call) {
    return switch (callee) {
      case Callee.Colleague colleague -> Optional.of(telephone(colleague.operator(), call));
      case Callee.Elsewhere elsewhere -> Optional.empty();
      case Callee.Outside outside ->
          Optional.of(new Word("PJSIP/" + DialNumber.of(outside.number()).value() + "@trunk"))
              .filter(_ -> settings.trunk().isPresent());
      case Callee.Police police ->
          Optional.of(
                  new Word("PJSIP/" + DialNumber.of(police.number()).value() + "@emergency-trunk"))
              .filter(_ -> settings.emergencyTrunk().isPresent());
    };
  }

  /// At her own switch, or through the neighbour where she is.
  private Word telephone(PrincipalId account, Call call) {
    SwitchId home = phones.home(account, call.on());
    String through = home.equals(call.on()) ? "" : "@" + Neighbours.endpoint(home);
    return new Word("PJSIP/" + account + through);
  }

  private Language spoken(List<Language> wanted) {
    return wanted.stream().filter(languages::contains).findFirst().orElse(settings.language());
  }

  /// In the room it is the target who goes, so that she is never in it without a human.
  @Override
  public boolean step(ContactId contact, TransferStep step, boolean together) {
    return (step == TransferStep.BACK && together)
        ? redirected(contact, talks.target(contact), TARGET, "dropped")
        : redirected(contact, talks.holder(contact), CONSULT, step.wireName());
  }

  private boolean redirected(
      ContactId contact, Optional<String> channel, Word context, String exten) {
    Optional<Call> call = calls.call(contact);
    return call.isPresent()
        && channel.isPresent()
        && ami(call.get()).redirect(new Word(channel.get()), context, new Word(exten));
  }

  /// The talk moves into a room first, unless it is there; then the supervisor is rung.
  @Override
  public boolean supervise(Supervision supervision, Contact contact) {
    Optional<Call> call = calls.call(supervision.contact());
    Optional<Word> operator = talks.holder(supervision.contact()).map(Word::new);
    boolean hasTelephone =
        settings.operators().stream()
            .anyMatch(account -> account.user().equals(supervision.supervisor()));
    return call.isPresent()
        && operator.isPresent()
        && hasTelephone
        && inRoom(call.get(), operator.get())
        && ring(supervision, contact, call.get());
  }

  private boolean inRoom(Call call, Word operator) {
    Word caller = new Word(call.channel());
    return ami(call).get(caller, IN_ROOM).filter("open"::equals).isPresent()
        || ami(call)
            .redirectBoth(operator, CONSULT, new Word("room"), caller, ROOM, new Word("caller"));
  }

  private boolean ring(Supervision supervision, Contact contact, Call call) {
    Map<String, Word> variables = new LinkedHashMap<>();
    variables.put("ARIANE_CALLER", new Word(call.channel()));
    variables.put("ARIANE_CONTACT", Word.of(supervision.contact()));
    variables.put("ARIANE_OPERATOR", Word.of(supervision.supervisor()));
    variables.put("ARIANE_MODE", new Word(supervision.mode().wireName()));
    variables.put("ARIANE_JOIN", Word.joined(announcement(supervision, contact, "supervise-join")));
    variables.put("ARIANE_TAKE", Word.joined(announcement(supervision, contact, "supervise-take")));
    variables.put("CHANNEL(language)", new Word(own(supervision.supervisor()).tag()));
    return ami(call)
        .originate(
            telephone(supervision.supervisor(), call),
            SUPERVISE,
            channel(supervision),
            RING_SUPERVISOR,
            variables);
  }

  /// In her language and, where that is another, in the operator's.
  private List<Sound> announcement(Supervision supervision, Contact contact, String prompt) {
    Language hers = contact.language().filter(languages::contains).orElse(settings.language());
    return Stream.of(hers, own(supervision.operator()))
        .distinct()
        .map(language -> Sound.of(language, prompt))
        .toList();
  }

  private Language own(PrincipalId account) {
    return roster
        .find(account)
        .map(Principal::languages)
        .map(this::spoken)
        .orElse(settings.language());
  }

  @Override
  public boolean change(Supervision supervision) {
    Optional<Call> call = calls.call(supervision.contact());
    if (call.isEmpty()) {
      return false;
    }
    Word channel = channel(supervision);
    return supervision.mode() == SupervisionMode.END
        ? ami(call.get()).hangup(channel)
        : ami(call.get()).redirect(channel, SUPERVISE, new Word(supervision.mode().wireName()));
  }

  /// One supervisor a talk, so that its id names her channel.
  private static Word channel(Supervision supervision) {
    return new Word("su-" + supervision.contact());
  }
}
