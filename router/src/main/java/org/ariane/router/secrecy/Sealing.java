package org.ariane.router.secrecy;

import java.util.Optional;

/// Seals text so that only the holder of the key can read or change it. Bound to a context, as the
/// id of what it belongs to: put anywhere else it does not open.
public interface Sealing {
  /// URL-safe text.
  String seal(String text, String context);

  /// Empty for what was changed, belongs elsewhere, or was sealed under a key that is gone.
  Optional<String> open(String sealed, String context);

  /// Whether it is sealed under the key that seals now; if not, seal it anew before that key goes.
  boolean current(String sealed);
}
