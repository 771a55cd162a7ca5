package org.ariane.router.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.ariane.directory.Directory;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Line;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.Danger;

/// A day of contacts that nobody made: every line, by call and chat, from each zone and from
/// nowhere, in six languages and none, in danger and not, at every half hour. Where that are more
/// than are wanted, a fixed choice of them: the same day and directory give the same contacts.
public final class MadeUpDay {
  private static final List<Optional<Language>> LANGUAGES =
      Stream.concat(
              Stream.of("fr", "nl", "de", "en", "ar", "es").map(Language::new).map(Optional::of),
              Stream.of(Optional.<Language>empty()))
          .toList();
  private static final int HALF_HOURS = 48;
  private static final long SEED = 20_261_101;

  private MadeUpDay() {}

  /// One contact and when it comes.
  public record Made(RouteRequest request, Instant at) {}

  /// The contacts of that day.
  ///
  /// @param most 1 or more
  public static List<Made> contacts(Directory directory, LocalDate day, ZoneId clock, int most) {
    List<RouteRequest> people = new ArrayList<>();
    for (Line line : directory.lines()) {
      for (Optional<Postcode> place : places(directory)) {
        for (Optional<Language> language : LANGUAGES) {
          for (ContactChannel channel : List.of(ContactChannel.CALL, ContactChannel.CHAT)) {
            for (Danger danger : List.of(Danger.NONE, Danger.ALERTED)) {
              people.add(new RouteRequest(line.id(), channel, language, place, danger, false));
            }
          }
        }
      }
    }
    Random random = new Random(SEED);
    Collections.shuffle(people, random);
    List<Made> made = new ArrayList<>();
    long all = (long) people.size() * HALF_HOURS;
    for (long each = 0; each < Math.min(all, most); each++) {
      // As many contacts at each half hour as at any other, each person at another one.
      long slot = all <= most ? each / people.size() : each % HALF_HOURS;
      Instant at = day.atStartOfDay(clock).toInstant().plusSeconds(slot * 1_800);
      made.add(new Made(people.get((int) (each % people.size())), at));
    }
    return made;
  }

  private static List<Optional<Postcode>> places(Directory directory) {
    List<Optional<Postcode>> places = new ArrayList<>();
    places.add(Optional.empty());
    for (Zone zone : directory.zones()) {
      zone.postcodes().stream()
          .min(Comparator.comparing(Postcode::digits))
          .map(Optional::of)
          .ifPresent(places::add);
    }
    return places;
  }
}
