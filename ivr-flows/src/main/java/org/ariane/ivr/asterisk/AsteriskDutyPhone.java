package org.ariane.ivr.asterisk;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.service.Language;
import org.ariane.router.dispatch.DutyOfficer;
import org.ariane.router.dispatch.DutyPhone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rings duty officers through a trunk, by the first switch that can be reached. The dialplan
/// (`ariane-duty`) holds the call and says what the officer hears; [DutyScript] takes PIN and key.
/// Numbers come from the configuration only.
final class AsteriskDutyPhone implements DutyPhone {
  private static final Logger LOG = LoggerFactory.getLogger(AsteriskDutyPhone.class);
  private static final Word CONTEXT = new Word("ariane-duty");
  private static final Duration RINGS = Duration.ofSeconds(25);

  /// The dialplan ends a call a minute after the answer; then a last sentence, and some slack.
  private static final Duration LONGEST = RINGS.plusSeconds(60).plusSeconds(30);

  private static final Duration LAST_WORD = Duration.ofSeconds(10);

  private final SwitchLinks switches;
  private final DutyRings rings;
  private final DutyWords words;
  private final Map<CentreId, DutyOfficer> officers;
  private final Optional<Word> trunk;
  private final Supplier<DutyCallId> ids;
  private final VoiceMetrics metrics;
  private final Set<PhoneNumber> talking = ConcurrentHashMap.newKeySet();

  /// @param trunk its endpoint; empty where there is none
  AsteriskDutyPhone(
      SwitchLinks switches,
      DutyRings rings,
      DutyWords words,
      Map<CentreId, DutyOfficer> officers,
      Optional<Word> trunk,
      Supplier<DutyCallId> ids,
      VoiceMetrics metrics) {
    this.switches = switches;
    this.rings = rings;
    this.words = words;
    this.officers = Map.copyOf(officers);
    this.trunk = trunk;
    this.ids = ids;
    this.metrics = metrics;
  }

  @Override
  public Answer ring(DutyCall call, Take take) {
    Answer answer = tryToRing(call, take);
    String outcome =
        switch (answer) {
          case Answer.Taken _ -> "taken";
          case Answer.Unconfirmed _ -> "unconfirmed";
          case Answer.NotTaken(Reason reason) -> reason.wireName();
        };
    LOG.info("{}: duty officer of {} was rung: {}", call.incident(), call.centre(), outcome);
    metrics.duty(outcome);
    return answer;
  }

  private Answer tryToRing(DutyCall call, Take take) {
    Optional<DutyOfficer> officer = Optional.ofNullable(officers.get(call.centre()));
    if (officer.isEmpty()) {
      return new Answer.NotTaken(Reason.NO_NUMBER);
    }
    if (trunk.isEmpty()) {
      return new Answer.NotTaken(Reason.NO_TRUNK);
    }
    List<SwitchLink> reachable = switches.connected();
    if (reachable.isEmpty()) {
      return new Answer.NotTaken(Reason.SWITCH_AWAY);
    }
    PhoneNumber number = officer.get().number();
    if (!talking.add(number)) {
      return new Answer.NotTaken(Reason.BUSY);
    }
    DutyCallId id = ids.get();
    DutyRing ring = new DutyRing(call, officer.get(), take);
    rings.add(id, ring);
    try {
      Map<String, Word> variables = variables(id, call);
      Word device = new Word("PJSIP/" + DialNumber.of(number).value() + "@" + trunk.get());
      for (SwitchLink link : reachable) {
        if (link.ami().originateWithheld(device, CONTEXT, Word.of(id), RINGS, variables)) {
          return await(id, ring, link.ami());
        }
      }
      return new Answer.NotTaken(Reason.SWITCH_AWAY);
    } catch (RuntimeException e) {
      LOG.error("ringing the duty officer of {} failed", call.centre(), e);
      return new Answer.NotTaken(Reason.SWITCH_AWAY);
    } finally {
      rings.remove(id);
      talking.remove(number);
    }
  }

  private Map<String, Word> variables(DutyCallId id, DutyCall call) {
    List<Language> languages = words.languages(call);
    Map<String, Word> variables = new LinkedHashMap<>();
    variables.put("ARIANE_DUTY", Word.of(id));
    variables.put("ARIANE_FIRST", new Word(languages.getFirst().tag()));
    variables.put("ARIANE_SECOND", new Word(languages.size() > 1 ? languages.getLast().tag() : ""));
    return variables;
  }

  private Answer await(DutyCallId id, DutyRing ring, Ami ami) {
    Reason because = Reason.TIMEOUT;
    boolean interrupted = false;
    try {
      Optional<Answer> answer = ring.await(LONGEST);
      if (answer.isPresent()) {
        return answer.get();
      }
    } catch (InterruptedException _) {
      because = Reason.WITHDRAWN;
      interrupted = true;
    }
    try {
      // In this order: else the hang-up could be taken for the officer's.
      ring.ended(DutyEnd.of(because));
      ami.hangup(Word.of(id));
      return ring.await(LAST_WORD).orElse(new Answer.NotTaken(because));
    } catch (InterruptedException _) {
      interrupted = true;
      return new Answer.NotTaken(because);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
