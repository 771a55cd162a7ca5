package org.ariane.router.presence;

import java.time.Instant;
import java.util.Optional;

/// What an operator's desk says of her.
///
/// @param connected at least one page of hers is open
/// @param wish what she set; [Wish#UNSET] until she did and again when her desk was gone for long,
///   so that a pause never outlives the page that shows it
/// @param goneSince when her last page went away
public record DeskPresence(boolean connected, Wish wish, Optional<Instant> goneSince) {
  public static final DeskPresence ABSENT = new DeskPresence(false, Wish.UNSET, Optional.empty());

  /// What an operator asked for at her desk.
  public enum Wish {
    /// No chats; calls as her telephone says.
    UNSET,
    AVAILABLE,
    /// Neither chats nor calls.
    OFFLINE
  }

  public DeskPresence opened() {
    return new DeskPresence(true, wish, Optional.empty());
  }

  public DeskPresence lost(Instant at) {
    return new DeskPresence(false, wish, Optional.of(at));
  }

  public DeskPresence wishing(Wish wish) {
    return new DeskPresence(connected, wish, goneSince);
  }
}
