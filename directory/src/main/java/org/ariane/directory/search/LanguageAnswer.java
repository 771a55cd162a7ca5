package org.ariane.directory.search;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.SpokenLanguage;

/// In which language she is answered now, or at the next opening of a closed service: hers where
/// somebody speaks it then, otherwise the first that the record lists and that is spoken then.
///
/// @param met hers, or she named none
record LanguageAnswer(Language served, boolean met, Optional<Reason> reason) {
  /// Hours of a language and of a channel are tried against each other this often.
  private static final int STEPS = 60;

  static LanguageAnswer of(Service service, Optional<Language> wanted, Openness openness) {
    if (service.languages().isEmpty()) {
      Reason reason = new Reason("language.unknown", "Languages not known");
      return new LanguageAnswer(wanted.orElse(Language.FR), wanted.isEmpty(), Optional.of(reason));
    }
    Instant then = openness.answered();
    Language fallback =
        service.languages().stream()
            .filter(spoken -> spoken.hours().openAt(then, service.timeZone()))
            .findFirst()
            .orElseGet(() -> service.languages().getFirst())
            .language();
    return wanted
        .map(language -> of(service, language, fallback, openness))
        .orElseGet(() -> new LanguageAnswer(fallback, true, Optional.empty()));
  }

  private static LanguageAnswer of(
      Service service, Language wanted, Language fallback, Openness openness) {
    List<SpokenLanguage> hers =
        service.languages().stream()
            .filter(spoken -> wanted.servedBy(spoken.language()))
            .sorted(Comparator.comparingInt(spoken -> -spoken.language().tag().length()))
            .toList();
    Optional<SpokenLanguage> served =
        hers.stream()
            .filter(spoken -> spoken.hours().openAt(openness.answered(), service.timeZone()))
            .findFirst();
    return served
        .map(spoken -> new LanguageAnswer(spoken.language(), true, Optional.of(spoken(spoken))))
        .orElseGet(() -> {
          String text = later(wanted, hers, openness) + "; " + name(fallback) + when(openness);
          return new LanguageAnswer(
              fallback, false, Optional.of(new Reason("language.fallback", text)));
        });
  }

  /// Whether [#met] would be true of somebody who is answered at that instant.
  static Lasting spokenNow(Service service, Optional<Language> wanted, Instant at) {
    if (wanted.isEmpty() || service.languages().isEmpty()) {
      return new Lasting(wanted.isEmpty(), Long.MIN_VALUE, Long.MAX_VALUE);
    }
    List<OpeningHours> hers =
        service.languages().stream()
            .filter(spoken -> wanted.get().servedBy(spoken.language()))
            .map(SpokenLanguage::hours)
            .toList();
    return hers.isEmpty()
        ? new Lasting(false, Long.MIN_VALUE, Long.MAX_VALUE)
        : Lasting.anyOpen(hers, service.timeZone(), at);
  }

  private static Reason spoken(SpokenLanguage spoken) {
    String when = spoken.hours().equals(OpeningHours.ALWAYS) ? "spoken" : spoken.hours().words();
    return new Reason("language", name(spoken.language()) + " " + when);
  }

  private static String when(Openness openness) {
    return openness.open() ? " now" : " at the next opening";
  }

  private static String later(Language wanted, List<SpokenLanguage> hers, Openness openness) {
    return hers.stream()
        .flatMap(spoken -> bothOpen(spoken.hours(), openness).stream())
        .min(Comparator.naturalOrder())
        .map(first ->
            name(wanted) + " from " + Clock.words(first, openness.asked(), openness.zone()))
        .orElse("No " + name(wanted));
  }

  private static Optional<Instant> bothOpen(OpeningHours language, Openness openness) {
    Instant from = openness.answered();
    for (int step = 0; step < STEPS; step++) {
      Optional<Instant> spoken = language.nextOpening(from, openness.zone());
      Optional<Instant> both = spoken.flatMap(openness::openingFrom);
      if (both.isEmpty() || both.equals(spoken)) {
        return both;
      }
      from = both.get();
    }
    return Optional.empty();
  }

  private static String name(Language language) {
    return Locale.forLanguageTag(language.tag()).getDisplayName(Locale.ENGLISH);
  }
}
