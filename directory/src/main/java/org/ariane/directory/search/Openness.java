package org.ariane.directory.search;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.schedule.OpenSpan;
import org.ariane.directory.schedule.OpenState;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;

/// Whether the ways of a service that count are open, and when the first of them opens.
record Openness(
    List<OpeningHours> hours,
    ZoneId zone,
    Instant asked,
    boolean open,
    Optional<Instant> nextOpening,
    Reason reason) {
  static Openness of(Service service, List<ServiceChannel> channels, Instant at) {
    ZoneId zone = service.timeZone();
    List<OpeningHours> hours = channels.stream().map(ServiceChannel::hours).toList();
    Optional<OpeningHours> open =
        hours.stream()
            .filter(each -> each.openAt(at, zone))
            .min(Comparator.comparing(each -> !each.equals(OpeningHours.ALWAYS)));
    if (open.isPresent()) {
      Reason reason = new Reason("open", "Open " + open.get().words());
      return new Openness(hours, zone, at, true, Optional.empty(), reason);
    }
    Optional<Instant> next = firstOpening(hours, at, zone);
    Optional<OpenSpan> perhaps =
        hours.stream()
            .map(each -> each.spanAt(at, zone))
            .filter(span -> span.state() == OpenState.UNKNOWN)
            .findFirst();
    if (perhaps.isPresent()) {
      String why = perhaps.get().comment().map(comment -> ": " + comment).orElse("");
      String sure =
          next.map(opening -> "; certainly open " + Clock.words(opening, at, zone)).orElse("");
      return new Openness(
          hours, zone, at, false, next, new Reason("perhaps-open", "Perhaps open" + why + sure));
    }
    boolean holiday = hours.stream().anyMatch(each -> each.closedForHoliday(at, zone));
    String text =
        holiday
            ? "Closed on public holidays"
            : next.map(opening -> "Closed; opens " + Clock.words(opening, at, zone))
                .orElse("Closed, with no opening known");
    return new Openness(hours, zone, at, false, next, new Reason("closed", text));
  }

  /// When she would be answered: now, or at the next opening.
  Instant answered() {
    return nextOpening.orElse(asked);
  }

  Optional<Instant> openingFrom(Instant from) {
    return firstOpening(hours, from, zone);
  }

  private static Optional<Instant> firstOpening(
      List<OpeningHours> hours, Instant from, ZoneId zone) {
    return hours.stream()
        .flatMap(each -> each.nextOpening(from, zone).stream())
        .min(Comparator.naturalOrder());
  }
}
