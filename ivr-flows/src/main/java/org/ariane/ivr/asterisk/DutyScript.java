package org.ariane.ivr.asterisk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ariane.router.dispatch.DutyPhone.Taking;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// FastAGI `/duty`: asks for the PIN, and takes. The digits come over the loopback connection only:
/// they never are in a variable, an event or a log of the switch.
final class DutyScript implements AgiScript {
  private static final Logger LOG = LoggerFactory.getLogger(DutyScript.class);
  private static final int TRIES = 3;

  /// More than a PIN has, so that its length does not show.
  private static final int DIGITS = 16;

  private static final Duration LISTEN = Duration.ofSeconds(6);

  private final DutyRings rings;
  private final DutyWords words;
  private final InstantSource clock;

  DutyScript(DutyRings rings, DutyWords words, InstantSource clock) {
    this.rings = rings;
    this.words = words;
    this.clock = clock;
  }

  @Override
  public void service(AgiRequest request, AgiChannel channel) throws AgiException {
    String[] arguments = request.getArguments();
    if (arguments.length < 2) {
      return;
    }
    Optional<DutyRing> ring = rings.find(arguments[1]);
    if (ring.isEmpty()) {
      LOG.warn("a duty officer is on the telephone for a call that this server does not know");
      return;
    }
    // The dialplan finds no answer where we fail, and says what can be said.
    switch (arguments[0]) {
      case "pin" -> channel.exec("MSet", pin(ring.get(), channel));
      case "take" -> take(ring.get(), channel);
      default -> LOG.error("unknown step of a duty call");
    }
  }

  private String pin(DutyRing ring, AgiChannel channel) throws AgiException {
    boolean wrong = false;
    int silences = 0;
    for (int i = 0; i < TRIES; i++) {
      String prompt = words.code(ring.call(), silences, wrong).path();
      String entered = channel.getData(prompt, LISTEN.toMillis(), DIGITS);
      if (entered != null && ring.unlock(entered)) {
        return assignment("ARIANE_ALARM", words.alarm(ring.call()))
            + ","
            + assignment("ARIANE_SAY", words.choice(ring.call()))
            + ",ARIANE_DO=open";
      }
      wrong = entered != null && !entered.isEmpty();
      silences += wrong ? 0 : 1;
    }
    return "ARIANE_DO=" + (silences < TRIES ? "wrong" : "silent");
  }

  private static String assignment(String variable, List<Sound> sounds) {
    return variable + "=" + Word.joined(sounds);
  }

  private void take(DutyRing ring, AgiChannel channel) {
    Taking taking = ring.take(clock.instant());
    LOG.info("{}: the duty officer pressed 1: {}", ring.call().incident(), taking);
    String say =
        switch (taking) {
          case TAKEN -> "taken";
          case TAKEN_BEFORE -> "before";
          case NOT_STORED -> "lost";
        };
    try {
      channel.exec("MSet", "ARIANE_DO=" + say);
      ring.confirmed();
    } catch (AgiException e) {
      LOG.warn(
          "{}: the duty officer was not told by us: {}", ring.call().incident(), e.getMessage());
    }
  }
}
