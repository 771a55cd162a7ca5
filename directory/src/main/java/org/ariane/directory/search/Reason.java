package org.ariane.directory.search;

/// Why a service was chosen, ranked or passed over.
///
/// @param code stable, lower-case, dotted: `open`, `closed`, `language`, `language.fallback`,
///   `language.unknown`, `public`, `public.unknown` (ask first), `place`, `place.unknown`,
///   `channel`, `need`, `kind`, `listener`, `listener.unknown`, `cost`, `cost.unknown`,
///   `accessibility`, `accessibility.unknown`, `places`, `places.none`, `places.ask`
/// @param text plain English for people; never personal data
public record Reason(String code, String text) {}
