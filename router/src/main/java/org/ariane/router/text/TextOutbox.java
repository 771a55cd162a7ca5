package org.ariane.router.text;

import org.ariane.directory.phone.PhoneNumber;

/// Where text messages go out.
@FunctionalInterface
public interface TextOutbox {
  /// What one message may hold, in bytes of UTF-8.
  int BYTES_AT_MOST = 700;

  /// Hands one message to a switch. True once the switch sends it, by itself again and again for
  /// half a minute; whether it arrives nobody tells. False where no switch takes it now, or none
  /// said in time whether it did: then the same message again may arrive twice.
  ///
  /// @param line the number of ours that she wrote to; shown as the sender
  /// @param text 1 to [#BYTES_AT_MOST] bytes
  boolean send(PhoneNumber line, PhoneNumber to, String text);
}
