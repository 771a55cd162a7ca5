package org.ariane.router.dispatch;

import java.time.LocalDate;

/// A ban or measure of a court: the first line that a dispatcher reads.
///
/// @param kind as `contact-ban`
/// @param status `claimed` or `verified`
public record CourtOrder(String kind, String court, LocalDate until, String status) {}
