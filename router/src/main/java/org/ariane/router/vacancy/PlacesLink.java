package org.ariane.router.vacancy;

import java.time.Instant;
import org.ariane.router.access.PrincipalId;

/// How it stands with the link of a service. There is one at most: making another ends the one
/// before.
///
/// @param generation grows with each that is made or revoked, and never comes twice
/// @param live false once it was revoked
/// @param since when it was made or revoked
/// @param until when it ends by itself
/// @param by who made or revoked it
public record PlacesLink(
    int generation, boolean live, Instant since, Instant until, PrincipalId by) {
  boolean opens(LinkClaim claim) {
    return live && claim.generation() == generation;
  }
}
