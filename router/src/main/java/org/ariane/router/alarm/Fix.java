package org.ariane.router.alarm;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ariane.directory.place.Position;

/// A position with how far to trust it.
///
/// @param accuracyM radius in metres, empty when unknown
/// @param method `gps`, `network`, …; empty when unknown
/// @param at when it was measured; empty when unknown
public record Fix(
    Position position, OptionalDouble accuracyM, Optional<String> method, Optional<Instant> at) {}
