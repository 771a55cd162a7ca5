package org.ariane.router.contact;

/// What a person said of immediate danger, by key or tap. Order is order of urgency in the queue.
public enum Danger {
  NONE,
  /// She asked for the police and an incident exists.
  ALERTED,
  /// She asked for the police or said that somebody is in danger, but nobody can come until we know
  /// where: a human asks, first of all.
  PLACE_UNKNOWN
}
