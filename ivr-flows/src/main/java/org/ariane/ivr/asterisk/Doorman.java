package org.ariane.ivr.asterisk;

import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;

/// Leads the dialplan to the script that it asks for: `/duty`, or the steps of a call.
record Doorman(AgiScript steps, AgiScript duty) implements AgiScript {
  @Override
  public void service(AgiRequest request, AgiChannel channel) throws AgiException {
    ("duty".equals(request.getScript()) ? duty : steps).service(request, channel);
  }
}
