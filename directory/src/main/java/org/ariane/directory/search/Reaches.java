package org.ariane.directory.search;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.SpokenLanguage;

/// The ways in which services can be reached: their hours, languages and time zone. Services that
/// are alike in these share one number, so that it is worked out once for all of them. Whether it
/// is open is remembered for as long as it lasts.
final class Reaches {
  private record Reach(Service service, List<ServiceChannel> ways, List<OpeningHours> hours) {}

  private final List<Reach> reaches;
  private final Memories open;

  private Reaches(List<Reach> reaches) {
    this.reaches = List.copyOf(reaches);
    this.open = new Memories(reaches.size());
  }

  /// Numbers them while services are read.
  static final class Builder {
    private record Key(List<OpeningHours> hours, List<SpokenLanguage> languages, ZoneId zone) {}

    private final Map<Key, Integer> numbers = new HashMap<>();
    private final List<Reach> reaches = new ArrayList<>();

    /// The number of a service's reach by a channel, or by any where none is named; negative where
    /// it cannot be reached so.
    int add(Service service, Optional<String> channel) {
      List<ServiceChannel> ways = ChannelPolicy.wanted(service, channel);
      if (ways.isEmpty()) {
        return -1;
      }
      List<OpeningHours> hours = ways.stream().map(ServiceChannel::hours).toList();
      return numbers.computeIfAbsent(
          new Key(hours, service.languages(), service.timeZone()),
          any -> {
            reaches.add(new Reach(service, ways, hours));
            return reaches.size() - 1;
          });
    }

    Reaches build() {
      return new Reaches(reaches);
    }
  }

  int size() {
    return reaches.size();
  }

  Lasting open(int number, Instant at) {
    Lasting known = open.get(number);
    if (known.covers(at.getEpochSecond())) {
      return known;
    }
    Reach reach = reaches.get(number);
    Lasting fresh = Lasting.anyOpen(reach.hours(), reach.service().timeZone(), at);
    open.put(number, fresh);
    return fresh;
  }

  Lasting spokenNow(int number, Optional<Language> wanted, Instant at) {
    return LanguageAnswer.spokenNow(reaches.get(number).service(), wanted, at);
  }

  Answer answer(int number, Optional<Language> wanted, Instant at) {
    Reach reach = reaches.get(number);
    return Answer.of(reach.service(), reach.ways(), wanted, at);
  }
}
