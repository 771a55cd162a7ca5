package org.ariane.router.transfer;

import java.time.Instant;
import java.util.Set;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.ContactId;

/// One attempt to bring a caller to somebody else.
///
/// @param ref the id of whom the operator asked for
/// @param told what she agreed to
public record Transfer(
    TransferId id,
    ContactId contact,
    PrincipalId from,
    TransferKind kind,
    String ref,
    Callee callee,
    Set<Disclosure> told,
    Instant begun) {
  public Transfer {
    told = Set.copyOf(told);
  }
}
