package org.ariane.router.dispatch;

import java.util.List;

/// What an event makes of an incident: its next state, and who must be told.
public record Transition(Incident next, List<Notice> notices) {
  public Transition {
    notices = List.copyOf(notices);
  }
}
