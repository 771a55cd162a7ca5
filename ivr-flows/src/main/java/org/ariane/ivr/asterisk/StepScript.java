package org.ariane.ivr.asterisk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.contact.ContactId;
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
  private final Calls calls;
  private final Asides asides;
  private final InstantSource clock;
  private final SwitchLinks switches;

  StepScript(
      CallSteps steps, Calls calls, Asides asides, InstantSource clock, SwitchLinks switches) {
    this.steps = steps;
    this.calls = calls;
    this.asides = asides;
    this.clock = clock;
    this.switches = switches;
  }

  @Override
  public void service(AgiRequest request, AgiChannel channel) throws AgiException {
    long begun = System.nanoTime();
    StepRequest step = read(request, channel);
    try {
      StepReply reply = steps.step(step);
      channel.exec("MSet", reply.assignments());
      asides.stepped(step, reply);
    } catch (RuntimeException e) {
      // The dialplan finds no answer and calls humans by itself.
      LOG.error("a step of {} failed", step, e);
    }
    VoiceMetrics metrics = switches.link(step.on()).metrics();
    if (step.event() == CallEvent.START) {
      metrics.call(step.line());
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    LOG.debug("{} took {}", step, took);
    metrics.step(step.event().name().toLowerCase(Locale.ROOT), took);
  }

  private StepRequest read(AgiRequest request, AgiChannel channel) throws AgiException {
    String[] given = request.getArguments();
    String[] arguments = new String[7];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = given.length > i && given[i] != null ? given[i] : "";
    }
    Optional<CallState> state = CallState.unpack(arguments[2]);
    return new StepRequest(
        CallEvent.parse(arguments[0]),
        arguments[1],
        state,
        switches.named(arguments[6]),
        request.getChannel(),
        arguments[3],
        arguments[4].equals("1"),
        arrivedAt(arguments[5]),
        phone(state.map(CallState::contact), channel));
  }

  /// Asked of the switch when this server first meets a call, known afterwards.
  private Optional<PhoneNumber> phone(Optional<ContactId> contact, AgiChannel channel)
      throws AgiException {
    if (contact.flatMap(calls::call).isPresent()) {
      return contact.flatMap(calls::phone);
    }
    String headers = channel.getFullVariable(PresentedNumber.QUESTION);
    return headers == null ? Optional.empty() : PresentedNumber.of(headers);
  }

  private Instant arrivedAt(String seconds) {
    return seconds.matches("[0-9]{9,11}")
        ? Instant.ofEpochSecond(Long.parseLong(seconds))
        : clock.instant();
  }
}
