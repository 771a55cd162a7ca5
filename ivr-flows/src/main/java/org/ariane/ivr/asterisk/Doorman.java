package org.ariane.ivr.asterisk;

import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;

/// Leads the dialplan to the script that it asks for: `/duty`, `/callback`, `/text`, `/watch`
/// (whether anybody is there), or the steps of a call.
record Doorman(AgiScript steps, AgiScript duty, AgiScript callback, AgiScript text)
    implements AgiScript {
  @Override
  public void service(AgiRequest request, AgiChannel channel) throws AgiException {
    switch (request.getScript()) {
      case "duty" -> duty.service(request, channel);
      case "callback" -> callback.service(request, channel);
      case "text" -> text.service(request, channel);
      case "watch" -> channel.setVariable("ARIANE_ALIVE", "1");
      case null, default -> steps.service(request, channel);
    }
  }
}
