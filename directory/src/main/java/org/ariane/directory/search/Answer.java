package org.ariane.directory.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.SpokenLanguage;

/// Whether a service answers, in which language, and how that is told. It is told so until hours
/// change, and never beyond the day, since hours of tomorrow are told otherwise tomorrow.
///
/// @param served the language in which she is answered
/// @param languageMet that is hers, or she named none
/// @param from seconds since the epoch, the first at which it is told so as far as known
/// @param until the first at which it may be told otherwise
record Answer(
    boolean open,
    Optional<Instant> nextOpening,
    Reason hours,
    Language served,
    boolean languageMet,
    Optional<Reason> language,
    long from,
    long until) {
  /// @param ways those channels of the service that count
  static Answer of(
      Service service, List<ServiceChannel> ways, Optional<Language> wanted, Instant at) {
    Openness openness = Openness.of(service, ways, at);
    LanguageAnswer language = LanguageAnswer.of(service, wanted, openness);
    List<OpeningHours> hours = ways.stream().map(ServiceChannel::hours).toList();
    List<OpeningHours> spoken = service.languages().stream().map(SpokenLanguage::hours).toList();
    Lasting same = same(service, openness, hours, spoken, at);
    return new Answer(
        openness.open(),
        openness.nextOpening(),
        openness.reason(),
        language.served(),
        language.met(),
        language.reason(),
        same.from(),
        same.until());
  }

  boolean covers(long second) {
    return from <= second && second < until;
  }

  private static Lasting same(
      Service service,
      Openness openness,
      List<OpeningHours> hours,
      List<OpeningHours> spoken,
      Instant at) {
    LocalDate today = LocalDate.ofInstant(at, service.timeZone());
    Lasting day =
        new Lasting(
            true,
            today.atStartOfDay(service.timeZone()).toEpochSecond(),
            today.plusDays(1).atStartOfDay(service.timeZone()).toEpochSecond());
    Lasting unchanged = day.within(Lasting.unchanged(hours, service.timeZone(), at));
    // What is closed is told by its next opening, if any is known, and what is spoken then.
    return openness.nextOpening().isEmpty()
        ? unchanged.within(Lasting.unchanged(spoken, service.timeZone(), at))
        : unchanged;
  }
}
