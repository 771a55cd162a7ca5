package org.ariane.ivr.asterisk;

import java.util.Optional;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.callback.CallbackId;
import org.ariane.router.callback.CallbackPhone;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// FastAGI `/callback`: the operator has pressed the key, and the dialplan asks whom to dial. The
/// agreement ends with the answer, so that nothing dials it twice. Without an answer nobody is
/// dialled.
final class CallbackScript implements AgiScript {
  private static final Logger LOG = LoggerFactory.getLogger(CallbackScript.class);

  private final CallbackPhone.Attempt attempts;

  CallbackScript(CallbackPhone.Attempt attempts) {
    this.attempts = attempts;
  }

  @Override
  public void service(AgiRequest request, AgiChannel channel) throws AgiException {
    String[] arguments = request.getArguments();
    if (arguments.length < 2 || !CallbackId.isValid(arguments[0])) {
      return;
    }
    CallbackId id = new CallbackId(arguments[0]);
    try {
      Optional<DialNumber> number =
          attempts.number(id, new PrincipalId(arguments[1])).map(DialNumber::of);
      LOG.info("{} is {}", id, number.isPresent() ? "dialled" : "not to be dialled");
      channel.exec(
          "MSet",
          number
              .map(known -> "ARIANE_NUMBER=" + new Word(known.value()) + ",ARIANE_DO=dial")
              .orElse("ARIANE_DO=no"));
    } catch (RuntimeException e) {
      LOG.error("{} could not be asked for", id, e);
    }
  }
}
