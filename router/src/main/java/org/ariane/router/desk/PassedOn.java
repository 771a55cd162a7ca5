package org.ariane.router.desk;

/// What is shown of a caller who was passed on: no more than she agreed to. Her language is always
/// shown, since it is needed to talk with her, and so is what she presses from then on.
///
/// @param place she agreed that her place is told
/// @param danger she agreed that her danger is told
public record PassedOn(boolean place, boolean danger) {}
