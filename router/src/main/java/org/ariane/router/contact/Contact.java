package org.ariane.router.contact;

import java.time.Instant;
import java.util.Optional;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.LineId;
import org.ariane.router.alarm.IncidentId;

/// One inbound call or chat.
///
/// @param silent she pressed or wrote nothing where something was asked; silence is a signal, a
///   human comes on
/// @param language empty when unknown
/// @param incident the alarm raised from this contact
/// @param arrivedAt when she first reached us; survives a restart of the server, so that nobody
///   loses her place in the queue
/// @param told what else she said before a human came
/// @param medium what carries her words
public record Contact(
    ContactId id,
    ContactChannel channel,
    LineId line,
    Optional<Language> language,
    Optional<Postcode> postcode,
    Danger danger,
    boolean silent,
    Optional<IncidentId> incident,
    Instant arrivedAt,
    boolean exercise,
    Told told,
    Medium medium) {
  /// Who calls, or writes on the page.
  public Contact(
      ContactId id,
      ContactChannel channel,
      LineId line,
      Optional<Language> language,
      Optional<Postcode> postcode,
      Danger danger,
      boolean silent,
      Optional<IncidentId> incident,
      Instant arrivedAt,
      boolean exercise,
      Told told) {
    this(
        id,
        channel,
        line,
        language,
        postcode,
        danger,
        silent,
        incident,
        arrivedAt,
        exercise,
        told,
        Medium.of(channel));
  }

  /// Who told nothing else.
  public Contact(
      ContactId id,
      ContactChannel channel,
      LineId line,
      Optional<Language> language,
      Optional<Postcode> postcode,
      Danger danger,
      boolean silent,
      Optional<IncidentId> incident,
      Instant arrivedAt,
      boolean exercise) {
    this(
        id,
        channel,
        line,
        language,
        postcode,
        danger,
        silent,
        incident,
        arrivedAt,
        exercise,
        Told.NOTHING);
  }

  public Contact withDanger(Danger danger, Optional<IncidentId> incident) {
    return new Contact(
        id, channel, line, language, postcode, danger, silent, incident, arrivedAt, exercise, told,
        medium);
  }

  public Contact withPostcode(Postcode postcode) {
    return new Contact(
        id,
        channel,
        line,
        language,
        Optional.of(postcode),
        danger,
        silent,
        incident,
        arrivedAt,
        exercise,
        told,
        medium);
  }
}
