package org.ariane.router.dispatch;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Zone;
import org.ariane.router.access.Principal;
import org.ariane.router.alarm.Fix;
import org.ariane.router.alarm.KnownAlarm;
import org.ariane.router.alarm.KnownAlarms;

/// [KnownAlarms] from the board.
public final class BoardAlarms implements KnownAlarms {
  private final IncidentBoard board;
  private final DirectorySource directory;

  public BoardAlarms(IncidentBoard board, DirectorySource directory) {
    this.board = board;
    this.directory = directory;
  }

  @Override
  public Optional<KnownAlarm> of(PhoneNumber phone, Principal operator) {
    return board.matching(known -> goesOn(known, phone) && !Conflicts.bar(operator, known)).stream()
        .max(Comparator.comparing(Incident::createdAt))
        .map(this::shown);
  }

  private static boolean goesOn(Incident known, PhoneNumber phone) {
    return !known.is(IncidentState.CLOSED)
        && known.situation().phone().filter(phone::equals).isPresent();
  }

  private KnownAlarm shown(Incident incident) {
    return new KnownAlarm(
        incident.id(),
        incident.createdAt(),
        incident.state().name().toLowerCase(Locale.ROOT),
        incident.priority().urgency().wireName(),
        place(incident),
        incident.situation().fix(),
        incident.exercise());
  }

  /// What was told, and the name of the zone where she is.
  private Optional<String> place(Incident incident) {
    Optional<String> postcode = incident.situation().address().flatMap(told -> told.postcode());
    Optional<String> zone =
        incident
            .situation()
            .fix()
            .map(Fix::position)
            .flatMap(directory.current()::zoneAt)
            .or(() -> incident.ownership().zone().flatMap(directory.current()::zone))
            .map(Zone::name);
    String text =
        Stream.of(postcode, zone).flatMap(Optional::stream).collect(Collectors.joining(" "));
    return Optional.of(text).filter(known -> !known.isEmpty());
  }
}
