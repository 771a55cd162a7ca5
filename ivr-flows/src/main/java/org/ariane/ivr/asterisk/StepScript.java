package org.ariane.ivr.asterisk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// FastAGI `/step`: arguments in, one command with all variables out.
final class StepScript implements AgiScript {
  private static final Logger LOG = LoggerFactory.getLogger(StepScript.class);

  private final CallSteps steps;
  private final InstantSource clock;
  private final VoiceMetrics metrics;

  StepScript(CallSteps steps, InstantSource clock, VoiceMetrics metrics) {
    this.steps = steps;
    this.clock = clock;
    this.metrics = metrics;
  }

  @Override
  public void service(AgiRequest request, AgiChannel channel) throws AgiException {
    long begun = System.nanoTime();
    StepRequest step = read(request);
    try {
      StepReply reply = steps.step(step);
      channel.exec("MSet", reply.assignments());
    } catch (RuntimeException e) {
      // The dialplan finds no answer and calls humans by itself.
      LOG.error("a step of {} failed", step, e);
    }
    if (step.event() == CallEvent.START) {
      metrics.call(step.line());
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    LOG.debug("{} took {}", step, took);
    metrics.step(step.event().name().toLowerCase(Locale.ROOT), took);
  }

  private StepRequest read(AgiRequest request) {
    String[] given = request.getArguments();
    String[] arguments = new String[7];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = given.length > i && given[i] != null ? given[i] : "";
    }
    return new StepRequest(
        CallEvent.parse(arguments[0]),
        arguments[1],
        CallState.unpack(arguments[2]),
        request.getChannel(),
        arguments[3],
        arguments[4].equals("1"),
        arrivedAt(arguments[5]),
        presented(arguments[6]));
  }

  /// Carriers write an international number with `+` or with `00`.
  static Optional<PhoneNumber> presented(String number) {
    return PhoneNumber.e164(number.startsWith("00") ? "+" + number.substring(2) : number);
  }

  private Instant arrivedAt(String seconds) {
    return seconds.matches("[0-9]{9,11}")
        ? Instant.ofEpochSecond(Long.parseLong(seconds))
        : clock.instant();
  }
}
