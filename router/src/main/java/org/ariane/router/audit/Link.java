package org.ariane.router.audit;

/// One line of the chain.
///
/// @param n its number, from 1 without a gap
/// @param proof of this line and, by the one before, of all before it; base64
public record Link(long n, AuditEntry entry, String proof) {
  /// Where the chain ends: what the next line is tied to.
  ///
  /// @param proof empty before the first line
  public record Tail(long n, String proof) {
    public static final Tail START = new Tail(0, "");
  }

  public Tail tail() {
    return new Tail(n, proof);
  }
}
