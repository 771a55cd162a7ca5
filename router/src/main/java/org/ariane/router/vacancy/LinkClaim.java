package org.ariane.router.vacancy;

import java.time.Instant;
import org.ariane.directory.service.ServiceId;

/// What a link says: whose places may be told with it.
///
/// @param until to the minute
public record LinkClaim(ServiceId service, int generation, Instant until) {}
