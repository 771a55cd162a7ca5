package org.ariane.directory.search;

import java.util.Optional;
import org.ariane.directory.service.ListenerGender;

/// What she insists on. A service that is known not to keep a wish is passed over and the wish
/// named as the reason; one of which it is not known stays, with the advice to ask first.
///
/// @param openNow somebody answers at once
/// @param herLanguageOnly the language of the question is spoken at the time she is answered
/// @param listener of which gender whoever listens must be
/// @param free she cannot pay
/// @param accessible she must know how the door is reached; nobody is passed over for it, since
///   records tell it in words
public record Wishes(
    boolean openNow,
    boolean herLanguageOnly,
    Optional<ListenerGender> listener,
    boolean free,
    boolean accessible) {
  public static final Wishes NONE = new Wishes(false, false, Optional.empty());

  /// One who may be asked to pay and walks, sees and hears well.
  public Wishes(boolean openNow, boolean herLanguageOnly, Optional<ListenerGender> listener) {
    this(openNow, herLanguageOnly, listener, false, false);
  }
}
