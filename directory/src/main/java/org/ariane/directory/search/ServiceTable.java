package org.ariane.directory.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Coverage.InZones;
import org.ariane.directory.service.Coverage.Nationwide;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.SaidPlaces;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;

/// All services, each with the numbers of what it shares with others. A service is meant by its
/// ordinal; those of one place stand beside each other, so that a question reads little memory.
final class ServiceTable {
  /// The number of a channel that no service has.
  static final int NO_CHANNEL = -1;

  private static final int MOST_LANGUAGES = 64;

  private final List<Service> services;
  private final int[] turns;
  private final int[] sorts;
  private final Map<Optional<String>, Integer> channels = new LinkedHashMap<>();
  private final int[][] reachByChannel;
  private final Fits fits = new Fits();
  private final Reaches reaches;
  private final Sites sites;
  private final BitSet tellPlaces = new BitSet();
  private final Map<ServiceId, Integer> ordinals = new HashMap<>();
  private volatile Tellers told = new Tellers(SaidPlaces.NOTHING, tellPlaces);
  private final Map<Optional<Language>, Answers> answers = new ConcurrentHashMap<>();

  private record Tellers(SaidPlaces said, BitSet who) {}

  ServiceTable(List<Service> byId) {
    turns = byPlace(byId);
    services = Arrays.stream(turns).mapToObj(byId::get).toList();
    sites = new Sites(services);
    sorts = services.stream().mapToInt(fits::add).toArray();
    for (int i = 0; i < services.size(); i++) {
      tellPlaces.set(i, services.get(i).particulars().places().isPresent());
      ordinals.put(services.get(i).id(), i);
    }
    channels.put(Optional.empty(), 0);
    services.stream()
        .flatMap(service -> service.channels().stream())
        .map(ServiceChannel::kind)
        .distinct()
        .sorted(Comparator.naturalOrder())
        .forEach(kind -> channels.put(Optional.of(kind), channels.size()));
    Reaches.Builder builder = new Reaches.Builder();
    reachByChannel = new int[channels.size()][];
    channels.forEach((channel, number) ->
        reachByChannel[number] =
            services.stream().mapToInt(service -> builder.add(service, channel)).toArray());
    reaches = builder.build();
  }

  /// Turns in the order of the places that services take people from, of one place neighbours
  /// beside each other.
  private static int[] byPlace(List<Service> byId) {
    Map<String, Members> places = new TreeMap<>();
    for (int turn = 0; turn < byId.size(); turn++) {
      places.computeIfAbsent(whence(byId.get(turn).coverage()), key -> new Members()).add(turn);
    }
    Sites sites = new Sites(byId);
    return places.values().stream()
        .map(Members::toArray)
        .map(sites::byNeighbourhood)
        .flatMapToInt(Arrays::stream)
        .toArray();
  }

  private static String whence(Coverage coverage) {
    return switch (coverage) {
      case Nationwide(Set<Country> any) -> "";
      case InZones(Set<ZoneId> zones) ->
          zones.stream().map(ZoneId::value).min(Comparator.naturalOrder()).orElse("");
    };
  }

  int size() {
    return services.size();
  }

  /// Its place in the order of ids.
  int turn(int ordinal) {
    return turns[ordinal];
  }

  Service service(int ordinal) {
    return services.get(ordinal);
  }

  /// Of whom a record or one of these words tells how many places are free. Kept for the words that
  /// were asked for last.
  BitSet telling(SaidPlaces said) {
    if (said.isEmpty()) {
      return tellPlaces;
    }
    Tellers known = told;
    if (known.said() != said) {
      BitSet who = (BitSet) tellPlaces.clone();
      for (ServiceId service : said.services()) {
        Integer ordinal = ordinals.get(service);
        if (ordinal != null) {
          who.set(ordinal);
        }
      }
      known = new Tellers(said, who);
      told = known;
    }
    return known.who();
  }

  int sort(int ordinal) {
    return sorts[ordinal];
  }

  int channel(Optional<String> wanted) {
    return channels.getOrDefault(wanted, NO_CHANNEL);
  }

  /// Negative where it cannot be reached so.
  int reach(int ordinal, int channel) {
    return reachByChannel[channel][ordinal];
  }

  Fits fits() {
    return fits;
  }

  Reaches reaches() {
    return reaches;
  }

  Sites sites() {
    return sites;
  }

  Answers answers(Optional<Language> wanted) {
    Answers known = answers.get(wanted);
    if (known == null) {
      known = new Answers(reaches, wanted);
      if (answers.size() >= MOST_LANGUAGES) {
        answers.clear();
      }
      answers.put(wanted, known);
    }
    return known;
  }
}
