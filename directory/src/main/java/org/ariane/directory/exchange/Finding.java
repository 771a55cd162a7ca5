package org.ariane.directory.exchange;

/// One thing that the person who imports should know.
///
/// @param pointer a JSON pointer (RFC 6901) within the file, or the name of a column; may be empty
/// @param reason plain English
public record Finding(Severity severity, Place place, String pointer, String reason) {
  /// How much of the input is lost by it.
  public enum Severity {
    /// Nothing of the file can be used.
    UNREADABLE("unreadable"),
    /// The record is not imported.
    LEFT_OUT("left out"),
    /// The record is imported without this value.
    DROPPED("dropped"),
    /// Read in another way than it was written.
    REPAIRED("repaired"),
    /// Not said by the source; what the coordinator named, or the safest, was taken.
    ASSUMED("assumed");

    private final String words;

    Severity(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  @Override
  public String toString() {
    String where = pointer.isEmpty() ? place + ": " : place + ": " + pointer + ": ";
    return where + severity.words() + ": " + reason;
  }
}
