package org.ariane.directory.service;

import org.ariane.directory.schedule.OpeningHours;

/// A language that a service speaks, and when ("Arabic on Tuesday afternoons").
public record SpokenLanguage(Language language, OpeningHours hours) {}
