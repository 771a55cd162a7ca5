package org.ariane.ivr.asterisk;

import org.ariane.router.dispatch.DutyPhone.Reason;

/// How the telephone of a duty officer ended.
///
/// @param relies whether the officer believes that what she took is hers, if it was stored
/// @param otherwise why it was not taken, where she took nothing
record DutyEnd(boolean relies, Reason otherwise) {
  /// What `ariane-duty` tells; names are those of [Reason], or `taken`.
  static DutyEnd told(String answer) {
    if (answer.equals("taken")) {
      return new DutyEnd(true, Reason.NOT_STORED);
    }
    for (Reason reason : Reason.values()) {
      if (reason.wireName().equals(answer)) {
        return of(reason);
      }
    }
    return of(Reason.HUNG_UP);
  }

  /// Nobody answered at all.
  ///
  /// @param cause of the hang-up (Q.850): the ringing was ended from here (16), user busy (17), no
  ///   response (18), no answer (19), call rejected (21), recovery on timer expiry (102)
  static DutyEnd hungUp(int cause) {
    return of(
        switch (cause) {
          case 16, 18, 19, 21, 102 -> Reason.UNANSWERED;
          case 17 -> Reason.BUSY;
          default -> Reason.UNREACHABLE;
        });
  }

  static DutyEnd of(Reason reason) {
    return new DutyEnd(reason == Reason.HUNG_UP, reason);
  }
}
