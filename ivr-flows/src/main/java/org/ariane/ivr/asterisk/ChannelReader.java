package org.ariane.ivr.asterisk;

import java.time.Instant;
import java.util.Optional;
import org.ariane.router.contact.Contact;

/// Reads from the channels of one switch who is on them, by the manager connection.
final class ChannelReader implements Adoption.CallReader {
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
    Word caller = new Word(channel);
    Optional<CallState> state = variable(caller, "ARIANE_STATE").flatMap(CallState::unpack);
    Optional<Instant> arrived =
        variable(caller, "ARIANE_ARRIVED")
            .filter(text -> text.matches("[0-9]{9,11}"))
            .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
    if (state.isEmpty() || arrived.isEmpty()) {
      return Optional.empty();
    }
    StepRequest request =
        new StepRequest(
            CallEvent.KEYS,
            "",
            state,
            on,
            channel,
            variable(caller, "ARIANE_LINE").orElse(""),
            variable(caller, "ARIANE_EXERCISE").isPresent(),
            arrived.get(),
            Optional.empty());
    calls.seen(state.get().contact(), on, channel, arrived.get());
    return Optional.of(steps.contact(request, state.get()));
  }
}
