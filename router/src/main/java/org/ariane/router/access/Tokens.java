package org.ariane.router.access;

import java.util.Optional;

/// Opens bearer tokens: signed, with an id (`jti`) that is checked against the revoked ones.
public interface Tokens {
  /// The account a token stands for; empty when it is malformed, forged, revoked or of an account
  /// that no longer exists. Never says which. Does not block.
  Optional<Principal> open(String token);
}
