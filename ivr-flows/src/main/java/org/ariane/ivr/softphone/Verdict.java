package org.ariane.ivr.softphone;

/// What becomes of a message of a softphone.
public sealed interface Verdict {
  /// It goes to the switch as it is.
  record Pass() implements Verdict {}

  /// The softphone is answered, the switch hears nothing.
  ///
  /// @param text a SIP answer
  /// @param why a stable code, for the log
  record Refuse(String text, String why) implements Verdict {}

  /// No softphone of ours writes that: the connection ends.
  ///
  /// @param why a stable code, for the log
  record Break(String why) implements Verdict {}
}
