package org.ariane.router.desk;

/// Why something that was asked for did not happen; nothing changed.
///
/// @param code stable, lower case with hyphens
/// @param text one plain sentence; never what somebody wrote
public record Refusal(String code, String text) {
  public static final Refusal NO_CONVERSATION =
      new Refusal("no-conversation", "There is no such conversation of yours");
  public static final Refusal BAD_FRAME = new Refusal("bad-frame", "The frame cannot be read");
  public static final Refusal UNKNOWN_TYPE =
      new Refusal("unknown-type", "Frames of this type are not known");
  public static final Refusal TOO_FAST =
      new Refusal("too-fast", "Too many frames; wait a moment and send again");
  public static final Refusal TOO_LONG =
      new Refusal("too-long", "A message has at most 2000 characters");
}
