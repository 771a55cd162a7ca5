package org.ariane.ivr.asterisk;

/// `UserEvent: Ariane` of the dialplan.
public final class ArianeEvent extends SwitchEvent {
  private static final long serialVersionUID = 1L;

  public ArianeEvent(Object source) {
    super(source);
  }
}
