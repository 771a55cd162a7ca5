package org.ariane.directory.exchange;

import java.util.Optional;
import org.ariane.directory.place.Country;
import org.ariane.directory.service.Service;

/// A service as an import found it, with what its entry says beside it.
///
/// @param country by which its numbers and holidays were read
/// @param place of its record in the source
public record ImportedService(
    Service service, Country country, Optional<String> subdivision, Place place) {}
