package org.ariane.ivr.asterisk;

import java.time.Instant;
import java.util.Optional;
import org.ariane.router.contact.Contact;

/// Reads from the channels of one switch who is on them, by the manager connection.
final class ChannelReader implements Adoption.CallReader {
  private static final Word CONTACT = new Word("ARIANE_CONTACT");
  private static final Word STATE = new Word("ARIANE_STATE");

  private final Ami ami;
  private final Calls calls;
  private final CallSteps steps;

  ChannelReader(Ami ami, Calls calls, CallSteps steps) {
    this.ami = ami;
    this.calls = calls;
    this.steps = steps;
  }

  @Override
  public Optional<String> variable(Word channel, String name) {
    return ami.get(channel, new Word(name)).filter(value -> !value.isEmpty());
  }

  @Override
  public Optional<Contact> contact(SwitchId on, String channel) {
    return variable(new Word(channel), "ARIANE_STATE")
        .flatMap(CallState::unpack)
        .flatMap(state -> request(on, channel, Optional.of(state)))
        .map(request -> seen(request, request.state().orElseThrow()));
  }

  @Override
  public Optional<Contact> met(SwitchId on, String channel, Word with) {
    return request(on, channel, Optional.empty())
        .flatMap(request -> {
          CallState state = steps.met(request);
          Word contact = Word.of(state.contact());
          boolean told =
              ami.set(new Word(channel), CONTACT, contact)
                  && ami.set(new Word(channel), STATE, state.pack())
                  && ami.set(with, CONTACT, contact);
          return told ? Optional.of(seen(request, state)) : Optional.empty();
        });
  }

  private Contact seen(StepRequest request, CallState state) {
    calls.seen(state.contact(), request.on(), request.channel(), request.arrivedAt());
    return steps.contact(request, state);
  }

  private Optional<StepRequest> request(SwitchId on, String channel, Optional<CallState> state) {
    Word caller = new Word(channel);
    Optional<Instant> arrived =
        variable(caller, "ARIANE_ARRIVED")
            .filter(text -> text.matches("[0-9]{9,11}"))
            .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
    return arrived.map(at ->
        new StepRequest(
            CallEvent.KEYS,
            "",
            state,
            on,
            channel,
            variable(caller, "ARIANE_LINE").orElse(""),
            variable(caller, "ARIANE_EXERCISE").isPresent(),
            at,
            Optional.empty()));
  }
}
