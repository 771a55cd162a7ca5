package org.ariane.router.dispatch.redis;

import java.util.List;

/// What is asked of the store about an alarm before it is taken: what is filed under any of some
/// names.
///
/// @param sets keys of sets of ids, at least one
public record Question(Kind kind, String entries, List<String> sets) {
  /// How an answer is read.
  public enum Kind {
    /// Four texts an entry: id, version, its zone's legal basis, sealed value.
    RED_LIST("list"),
    SHELF("shelf"),
    BARRED("barred");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /// @param entries how the keys of entries begin, or the key of the hash in which all are
  public Question {
    sets = List.copyOf(sets);
    if (sets.isEmpty()) {
      throw new IllegalArgumentException("something is looked at in any case");
    }
  }

  void into(List<String> words) {
    words.add(kind.word);
    words.add(entries);
    words.add(Integer.toString(sets.size()));
    words.addAll(sets);
  }
}
