package org.ariane.ivr.asterisk;

import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;

/// Leads the dialplan to the script that it asks for: `/duty`, `/callback`, or the steps of a call.
record Doorman(AgiScript steps, AgiScript duty, AgiScript callback) implements AgiScript {
  @Override
  public void service(AgiRequest request, AgiChannel channel) throws AgiException {
    AgiScript asked =
        switch (request.getScript()) {
          case "duty" -> duty;
          case "callback" -> callback;
          case null, default -> steps;
        };
    asked.service(request, channel);
  }
}
