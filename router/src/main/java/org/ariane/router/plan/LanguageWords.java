package org.ariane.router.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Service;

/// Says in plain English which language is spoken and from when.
final class LanguageWords {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.ENGLISH);

  private LanguageWords() {}

  static String name(Language language) {
    return Locale.forLanguageTag(language.tag()).getDisplayName(Locale.ENGLISH);
  }

  /// When the language is next spoken by one of these; empty where it is spoken now or no time is
  /// known.
  static Optional<String> from(Collection<Service> services, Language language, Instant at) {
    return services.stream()
        .flatMap(service ->
            service.languages().stream()
                .filter(spoken -> language.servedBy(spoken.language()))
                .flatMap(spoken -> opening(spoken.hours(), at, service.timeZone()).stream()))
        .min(Comparator.comparing(ZonedDateTime::toInstant))
        .filter(next -> next.toInstant().isAfter(at))
        .map(next -> words(next, at));
  }

  private static Optional<ZonedDateTime> opening(OpeningHours hours, Instant at, ZoneId zone) {
    return hours.nextOpening(at, zone).map(next -> next.atZone(zone));
  }

  private static String words(ZonedDateTime next, Instant at) {
    boolean sameDay = next.toLocalDate().equals(at.atZone(next.getZone()).toLocalDate());
    return next.format(sameDay ? TIME : DAY_AND_TIME);
  }

  static boolean spokenNow(Service service, Language language, Instant at) {
    return service.languages().stream()
        .anyMatch(spoken ->
            language.servedBy(spoken.language()) && spoken.hours().openAt(at, service.timeZone()));
  }
}
