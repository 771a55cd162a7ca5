package org.ariane.chat.session;

import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;

/// Where a chat stands.
sealed interface ChatPhase {
  /// Waits for a human.
  record Waiting() implements ChatPhase {}

  /// A human is here.
  record Talking(PrincipalId operator, ServiceId desk, String service) implements ChatPhase {}

  /// Her operator asks or has asked another desk, and is still here.
  record Transferring(Talking talking, String id, ServiceId to, String service, Stage stage)
      implements ChatPhase {}

  record Ended() implements ChatPhase {}

  /// How far a transfer has come.
  enum Stage {
    /// She is asked.
    ASKED,
    /// She agreed, with what was written.
    AGREED_WITH_TEXT,
    AGREED_WITHOUT
  }
}
