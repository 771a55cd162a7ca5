package org.ariane.directory.exchange;

import org.ariane.directory.service.Organisation;

/// Who runs services, as an import found it.
public record ImportedOrganisation(Organisation organisation, Place place) {}
