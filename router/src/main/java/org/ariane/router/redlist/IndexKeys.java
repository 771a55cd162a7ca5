package org.ariane.router.redlist;

import java.util.List;

/// Turns what must not stand in a key (a number, a place) into a name that only the holder of the
/// secret can compute: a keyed pseudo-random function. Rotation: several secrets are active,
/// writers index under all of them, readers look under all of them.
public interface IndexKeys {
  /// One name per active secret, the primary first; URL-safe text of fixed length.
  List<String> of(String purpose, String value);

  default String primary(String purpose, String value) {
    return of(purpose, value).getFirst();
  }

  /// Which secrets are active, in words that reveal none of them; the same in any order. Differs
  /// when one was added or taken away.
  default String ring() {
    return "fixed";
  }
}
