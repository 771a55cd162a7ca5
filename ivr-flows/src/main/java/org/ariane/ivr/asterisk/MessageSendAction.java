package org.ariane.ivr.asterisk;

import org.asteriskjava.manager.action.AbstractManagerAction;

/// `MessageSend`; that of asterisk-java encodes by another alphabet.
public final class MessageSendAction extends AbstractManagerAction {
  private static final long serialVersionUID = 1L;

  private final String to;
  private final String from;
  private final String base64;

  MessageSendAction(String to, String from, String base64) {
    this.to = to;
    this.from = from;
    this.base64 = base64;
  }

  @Override
  public String getAction() {
    return "MessageSend";
  }

  public String getTo() {
    return to;
  }

  public String getFrom() {
    return from;
  }

  public String getBase64Body() {
    return base64;
  }
}
