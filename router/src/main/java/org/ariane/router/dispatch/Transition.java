package org.ariane.router.dispatch;

import java.util.List;

/// What an event makes of an incident: its next state, and who must be told.
///
/// @param decided whether how urgent it is was decided anew, which must be recorded
public record Transition(Incident next, List<Notice> notices, boolean decided) {
  public Transition {
    notices = List.copyOf(notices);
  }

  public Transition(Incident next, List<Notice> notices) {
    this(next, notices, false);
  }

  Transition decided(boolean anew) {
    return new Transition(next, notices, anew);
  }
}
