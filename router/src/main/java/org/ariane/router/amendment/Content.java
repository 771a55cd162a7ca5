package org.ariane.router.amendment;

import java.util.Optional;

/// What a revision says of a service.
public sealed interface Content {
  int LONGEST = 32_000;

  /// It is as in this entry.
  ///
  /// @param text as [org.ariane.directory.yaml.WrittenText] writes it, at most 32,000 characters
  record Entry(String text) implements Content {
    public Entry {
      if (text.isBlank() || text.length() > LONGEST) {
        throw new IllegalArgumentException("an entry has up to " + LONGEST + " characters");
      }
    }
  }

  /// It is not to be found, though the folder has it.
  record Withdrawn() implements Content {}

  /// It is as the folder has it, whatever that becomes.
  record AsInFolder() implements Content {}

  /// The entry that is meant.
  ///
  /// @param folder the folder's own
  default Optional<String> text(Optional<String> folder) {
    return switch (this) {
      case Entry(String text) -> Optional.of(text);
      case Withdrawn _ -> Optional.empty();
      case AsInFolder _ -> folder;
    };
  }

  /// Name in interfaces: `amended`, `withdrawn`, `as-in-folder`.
  default String wireName() {
    return switch (this) {
      case Entry _ -> "amended";
      case Withdrawn _ -> "withdrawn";
      case AsInFolder _ -> "as-in-folder";
    };
  }
}
