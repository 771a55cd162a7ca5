package org.ariane.router.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.ariane.directory.Directory;
import org.ariane.directory.search.Reason;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Line;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;

/// The steps that offer a contact to operators at desks.
final class DeskSteps {
  private static final Duration DANGER_OFFER = Duration.ofSeconds(60);

  private final Directory directory;
  private final Staffing staffing;
  private final Instant at;

  DeskSteps(Directory directory, Staffing staffing, Instant at) {
    this.directory = directory;
    this.staffing = staffing;
    this.at = at;
  }

  Step.Offer ofLine(Line line, Optional<Language> language) {
    return ofLine(line, language, line.offerFor());
  }

  Step.Offer ofLine(Line line, Optional<Language> language, Duration within) {
    return offer(line.desks(), language, within, Optional.empty());
  }

  Step.Offer ofNeighbours(List<ServiceId> desks, Optional<Language> language, Duration within) {
    return offer(
        desks, language, within, Optional.of(new Reason("place", "Open desks of her area")));
  }

  /// Straight to any operator of any desk, but never across: a victim does not reach a programme
  /// for perpetrators, nor the other way round.
  ///
  /// @param said how long the policy gives them; otherwise as the line says, a minute at least
  Step.Offer ofAnybody(
      Line line, Optional<Language> language, Optional<Duration> said, boolean danger) {
    SequencedSet<ServiceId> desks = new LinkedHashSet<>(line.desks());
    boolean perpetrators = PhoneSteps.forPerpetrators(directory, line);
    switch (staffing) {
      case Staffing.Present present ->
          present.operators().forEach(operator -> desks.add(operator.desk()));
      case Staffing.ByHours() ->
          directory.services().stream().filter(this::deskOpen).forEach(s -> desks.add(s.id()));
    }
    desks.removeIf(desk ->
        directory
            .service(desk)
            .filter(service -> PhoneSteps.forPerpetrators(service) != perpetrators)
            .isPresent());
    Duration usual = line.offerFor().compareTo(DANGER_OFFER) > 0 ? line.offerFor() : DANGER_OFFER;
    Duration within = said.orElse(usual);
    return offer(
        List.copyOf(desks),
        language,
        within,
        Optional.of(
            danger
                ? new Reason("danger", "In danger: any operator, at once")
                : new Reason("anybody", "Any operator, at once")));
  }

  private Step.Offer offer(
      List<ServiceId> desks, Optional<Language> language, Duration within, Optional<Reason> first) {
    List<Reason> reasons = new ArrayList<>();
    first.ifPresent(reasons::add);
    boolean possible =
        switch (staffing) {
          case Staffing.Present present -> staffed(present.at(desks), desks, language, reasons);
          case Staffing.ByHours() -> byHours(services(desks), language, reasons);
        };
    List<String> skills = language.map(Language::tag).stream().toList();
    return new Step.Offer(desks, skills, within, possible, reasons);
  }

  private boolean staffed(
      List<Staffing.OnShift> there,
      List<ServiceId> desks,
      Optional<Language> language,
      List<Reason> reasons) {
    long speakers = there.stream().filter(operator -> operator.speaks(language)).count();
    if (language.isEmpty()) {
      reasons.add(new Reason("staff", "Operators on shift: " + count(there.size())));
      return !there.isEmpty();
    }
    String from = speakers > 0 ? "" : until(services(desks), language.get());
    reasons.add(
        new Reason(
            "language",
            "Operators who speak %s: %s on shift%s"
                .formatted(LanguageWords.name(language.get()), count(speakers), from)));
    if (there.size() > speakers) {
      reasons.add(
          new Reason(
              "language.fallback",
              "Any other operator after them: %d on shift".formatted(there.size() - speakers)));
    }
    return speakers > 0;
  }

  private boolean byHours(List<Service> desks, Optional<Language> language, List<Reason> reasons) {
    List<Service> open = desks.stream().filter(this::deskOpen).toList();
    if (language.isEmpty()) {
      reasons.add(open.isEmpty() ? new Reason("closed", "No desk is open") : OPEN);
      return !open.isEmpty();
    }
    Language wanted = language.get();
    boolean spoken =
        open.stream().anyMatch(service -> LanguageWords.spokenNow(service, wanted, at));
    String name = LanguageWords.name(wanted);
    reasons.add(
        new Reason(
            "language",
            spoken
                ? "Operators who speak " + name + " are on duty at this hour"
                : "Operators who speak " + name + ": none on shift" + until(desks, wanted)));
    if (!spoken && !open.isEmpty()) {
      reasons.add(new Reason("language.fallback", "Operators of other languages after them"));
    }
    return spoken;
  }

  private static final Reason OPEN = new Reason("open", "A desk is open at this hour");

  private String until(List<Service> desks, Language language) {
    return LanguageWords.from(desks, language, at).map(from -> " until " + from).orElse("");
  }

  private static String count(long number) {
    return number == 0 ? "none" : Long.toString(number);
  }

  private List<Service> services(List<ServiceId> ids) {
    return ids.stream().flatMap(id -> directory.service(id).stream()).toList();
  }

  boolean deskOpen(Service service) {
    return service.channels().stream()
        .anyMatch(channel ->
            channel instanceof ServiceChannel.Desk desk
                && desk.hours().openAt(at, service.timeZone()));
  }
}
