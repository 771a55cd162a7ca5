package org.ariane.chat.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Line;
import org.ariane.directory.service.LineId;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceId;

/// What a place means: which line answers, which numbers she may dial, whether police can be found.
final class Places {
  /// By text message and for those who cannot speak or hear, in France.
  private static final String WITHOUT_VOICE = "114";

  private static final String ANYWHERE = "112";
  private static final String BELGIAN_POLICE = "101";

  private final DirectorySource source;
  private final LineId standard;

  Places(DirectorySource source, LineId standard) {
    this.source = source;
    this.standard = standard;
  }

  boolean served(Optional<Postcode> postcode) {
    return postcode.flatMap(source.current()::zoneOf).isPresent();
  }

  /// What she may dial herself, best first.
  List<String> numbers(Optional<Postcode> postcode, Optional<PhoneNumber> first) {
    SequencedSet<String> numbers = new LinkedHashSet<>();
    first.map(PhoneNumber::dialled).ifPresent(numbers::add);
    postcode
        .flatMap(source.current()::zoneOf)
        .map(Zone::emergencyNumber)
        .map(PhoneNumber::dialled)
        .ifPresent(numbers::add);
    numbers.add(ANYWHERE);
    boolean belgian = postcode.map(Postcode::country).filter(Country.BE::equals).isPresent();
    numbers.add(belgian ? BELGIAN_POLICE : WITHOUT_VOICE);
    return List.copyOf(numbers);
  }

  /// The line of her country whose first desk speaks her language, if there is one.
  LineId line(Optional<Postcode> postcode, Optional<Language> language) {
    Directory directory = source.current();
    List<Line> lines = new ArrayList<>(directory.lines());
    lines.removeIf(
        line -> postcode.isPresent() && !takes(directory, line, postcode.get().country()));
    return lines.stream()
        .min(
            Comparator.comparing((Line line) -> !speaks(directory, line, language))
                .thenComparing(line -> !line.id().equals(standard))
                .thenComparing(line -> line.id().value()))
        .map(Line::id)
        .orElse(standard);
  }

  private static boolean takes(Directory directory, Line line, Country country) {
    return firstDesk(directory, line)
        .filter(service ->
            switch (service.coverage()) {
              case Coverage.Nationwide nationwide -> nationwide.countries().contains(country);
              case Coverage.InZones zones ->
                  zones.zones().stream()
                      .flatMap(id -> directory.zone(id).stream())
                      .anyMatch(zone -> zone.country().equals(country));
            })
        .isPresent();
  }

  private static boolean speaks(Directory directory, Line line, Optional<Language> language) {
    return language.isEmpty()
        || firstDesk(directory, line)
            .filter(service ->
                service.languages().stream()
                    .anyMatch(spoken -> language.get().servedBy(spoken.language())))
            .isPresent();
  }

  private static Optional<Service> firstDesk(Directory directory, Line line) {
    return line.desks().stream().findFirst().flatMap(directory::service);
  }

  /// The line of a number that was dialled.
  LineId dialled(PhoneNumber number) {
    return source.current().lineByNumber(number.dialled()).map(Line::id).orElse(standard);
  }

  /// In which of these languages a line answers by itself: that of its first desk; else the first.
  Language language(PhoneNumber number, List<Language> choice) {
    Directory directory = source.current();
    return directory
        .lineByNumber(number.dialled())
        .flatMap(line -> firstDesk(directory, line))
        .flatMap(desk ->
            desk.languages().stream()
                .flatMap(
                    spoken -> choice.stream().filter(known -> spoken.language().servedBy(known)))
                .findFirst())
        .orElseGet(choice::getFirst);
  }

  String name(ServiceId id) {
    return source.current().service(id).map(Service::name).orElse(id.value());
  }
}
