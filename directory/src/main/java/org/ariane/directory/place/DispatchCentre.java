package org.ariane.directory.place;

/// A police communication centre that takes alarms. How it is reached is configuration, not
/// directory: see `dispatch.centres` of the server.
///
/// @param sample invented for trials; shown wherever the centre is named
public record DispatchCentre(CentreId id, String name, Country country, boolean sample) {}
