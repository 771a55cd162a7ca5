package org.ariane.directory.search;

/// Why a service was chosen, ranked or passed over.
///
/// @param code stable, lower-case, dotted: `open`, `closed`, `language`, `language.fallback`,
///   `public`, `place`, `channel`, `need`
/// @param text plain English for people; never personal data
public record Reason(String code, String text) {}
