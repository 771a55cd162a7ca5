package org.ariane.directory.service;

/// Who runs services, as a federation, an association or a police force.
public record Organisation(OrganisationId id, String name, boolean sample) {}
