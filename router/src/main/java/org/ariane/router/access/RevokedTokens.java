package org.ariane.router.access;

import java.time.Instant;

/// Tokens that no longer open anything, by their id or by all of an account's up to an instant.
public interface RevokedTokens {
  /// Reads memory only; must not block.
  boolean contains(String tokenId, PrincipalId account, Instant issuedAt);

  /// Durable when it returns.
  void revoke(String tokenId);

  /// Revokes all tokens of an account that were issued at or before `until`. Durable when it
  /// returns.
  void revokeAll(PrincipalId account, Instant until);
}
