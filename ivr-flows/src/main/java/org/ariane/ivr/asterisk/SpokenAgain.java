package org.ariane.ivr.asterisk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Line;
import org.ariane.directory.service.LineId;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceId;

/// The honest word to somebody whose language nobody speaks now: that it is so, and, where the
/// directory knows it, on which day of the coming week and at what time somebody does.
record SpokenAgain(DirectorySource source) {
  private static final Duration AHEAD = Duration.ofDays(6);
  private static final int QUARTER = 15;

  List<Sound> words(LineId line, Language language, Instant at) {
    List<Sound> say = new ArrayList<>(List.of(Sound.of(language, "notice-none")));
    next(line, language, at)
        .filter(next -> next.toInstant().isBefore(at.plus(AHEAD)))
        .map(SpokenAgain::toQuarter)
        .ifPresent(next -> {
          say.add(Sound.of(language, "notice-from"));
          say.add(Sound.of(language, "day-" + next.getDayOfWeek().getValue()));
          say.add(Sound.of(language, "hour-" + next.getHour()));
          if (next.getMinute() > 0) {
            say.add(Sound.of(language, "minute-" + next.getMinute()));
          }
        });
    return say;
  }

  /// Later rather than earlier, so that the word holds.
  private static ZonedDateTime toQuarter(ZonedDateTime time) {
    int over = time.getMinute() % QUARTER;
    return over == 0 ? time : time.plusMinutes(QUARTER - over);
  }

  /// When one of those who answer the line, at a desk or by telephone, speaks it next.
  private Optional<ZonedDateTime> next(LineId line, Language language, Instant at) {
    Directory directory = source.current();
    return directory.lines().stream()
        .filter(each -> each.id().equals(line))
        .flatMap(SpokenAgain::answering)
        .flatMap(id -> directory.service(id).stream())
        .flatMap(service -> openings(service, language, at))
        .min(Comparator.comparing(ZonedDateTime::toInstant));
  }

  private static Stream<ServiceId> answering(Line line) {
    return Stream.concat(line.desks().stream(), line.overflow().stream());
  }

  private static Stream<ZonedDateTime> openings(Service service, Language language, Instant at) {
    return service.languages().stream()
        .filter(spoken -> language.servedBy(spoken.language()))
        .flatMap(spoken -> spoken.hours().nextOpening(at, service.timeZone()).stream())
        .map(next -> next.atZone(service.timeZone()));
  }
}
