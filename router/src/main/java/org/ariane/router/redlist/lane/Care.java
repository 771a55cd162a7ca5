package org.ariane.router.redlist.lane;

import com.google.crypto.tink.KeysetHandle;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.redlist.RedListEntry;
import org.ariane.router.redlist.Referents;
import org.ariane.router.redlist.redis.RedisRedList;
import org.ariane.router.redlist.redis.Refiling;
import org.ariane.router.redlist.tink.TinkIndexKeys;
import org.ariane.router.secrecy.tink.TinkSealing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after the list while the server runs: takes changed keys and files entries under them,
/// counts reviews that are overdue and escalates each once.
final class Care implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Care.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int REFILE_EVERY = 150;

  private final RedListParts parts;
  private final TinkIndexKeys names;
  private final TinkSealing sealing;
  private final RedisRedList list;
  private final Refiling refiling;
  private final InstantSource clock;
  private final AtomicLong overdue = new AtomicLong();
  private final MultiGauge byZone;
  private final Referents referents;
  private volatile Map<ZoneId, Long> overdueIn = Map.of();
  private List<KeysetHandle> filedUnder = List.of();
  private int untilRefiling = REFILE_EVERY;
  private volatile boolean closed;

  Care(
      RedListParts parts,
      TinkIndexKeys names,
      TinkSealing sealing,
      RedisRedList list,
      Referents referents,
      InstantSource clock,
      MeterRegistry meters) {
    this.parts = parts;
    this.names = names;
    this.sealing = sealing;
    this.list = list;
    this.refiling = list.refiling();
    this.referents = referents;
    this.clock = clock;
    byZone = MultiGauge.builder("ariane.redlist.reviews.overdue.zone").register(meters);
    meters.gauge("ariane.redlist.reviews.overdue", overdue);
    meters.gauge("ariane.redlist.unreadable", list, RedisRedList::unreadable);
  }

  void start(Executor virtualThreads) {
    virtualThreads.execute(this::look);
  }

  List<String> worries() {
    List<String> worries = new ArrayList<>();
    overdueIn.forEach((zone, reviews) ->
        worries.add(
            reviews
                + " reviews are overdue in "
                + zone
                + (referents.of(zone).isEmpty() ? ", which has no referent" : "")
                + "; the entries stay in force"));
    if (list.unreadable() > 0) {
      worries.add("entries cannot be opened: a key is missing");
    }
    return worries;
  }

  private void look() {
    while (!closed) {
      try {
        once();
      } catch (LogUnavailableException e) {
        LOG.debug("the red list waits: {}", e.getMessage());
      } catch (RuntimeException e) {
        // Whatever it was, it must be looked after again.
        LOG.error("the red list could not be looked after", e);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private void once() {
    KeysetHandle lookups = parts.lookups().get();
    KeysetHandle values = parts.values().get();
    names.use(lookups);
    sealing.use(values);
    // Now and then in any case: another server may have written under older keys meanwhile.
    if (!filedUnder.equals(List.of(lookups, values)) || --untilRefiling < 0) {
      Refiling.Done done = refiling.run();
      LOG.debug(
          "red list: {} entries refiled under the present keys, {} left",
          done.refiled(),
          done.left());
      filedUnder = done.left() == 0 ? List.of(lookups, values) : List.of();
      untilRefiling = REFILE_EVERY;
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    overdue.set(list.overdue(today));
    List<RedListEntry> late = overdue.get() > 0 ? list.toReview(today.minusDays(1)) : List.of();
    overdueIn =
        late.stream()
            .collect(
                Collectors.groupingBy(
                    RedListEntry::zone,
                    () -> new TreeMap<>(Comparator.comparing(ZoneId::value)),
                    Collectors.counting()));
    byZone.register(
        overdueIn.entrySet().stream()
            .<MultiGauge.Row<?>>map(
                it -> MultiGauge.Row.of(Tags.of("zone", it.getKey().value()), it.getValue()))
            .toList(),
        true);
    late.forEach(this::escalate);
  }

  private void escalate(RedListEntry entry) {
    List<PrincipalId> to = referents.of(entry.zone());
    if (list.escalate(entry, to)) {
      LOG.warn("the review of {} in {} is overdue: for {}", entry.id(), entry.zone(), to);
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
