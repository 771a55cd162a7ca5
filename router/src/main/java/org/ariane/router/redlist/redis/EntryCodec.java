package org.ariane.router.redlist.redis;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.ariane.router.redlist.IndexKeys;
import org.ariane.router.redlist.RedListEntry;
import org.ariane.router.redlist.RedListSubject;
import org.ariane.router.redlist.Terms;
import org.ariane.router.secrecy.Sealing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Entries and terms as Redis sees them: sealed values and keyed names.
final class EntryCodec {
  private static final Logger LOG = LoggerFactory.getLogger(EntryCodec.class);
  private static final String PURPOSE = "red-list";
  private static final String CONTEXT = "red-list:";

  private final IndexKeys names;
  private final Sealing sealing;
  private volatile String decoy;
  private final AtomicLong unreadable = new AtomicLong();

  EntryCodec(IndexKeys names, Sealing sealing) {
    this.names = names;
    this.sealing = sealing;
    this.decoy = decoy(sealing);
  }

  List<String> names(List<String> terms) {
    return terms.stream().flatMap(term -> names.of(PURPOSE, term).stream()).toList();
  }

  /// What is stored of an entry.
  ///
  /// @param ring is asked before the names: an entry may be filed under more keys than it says,
  ///   never under fewer
  record Filed(String ring, List<String> names, String value) {
    String namesJson() {
      return new JsonArray(names).encode();
    }
  }

  Filed file(RedListEntry entry) {
    String ring = names.ring();
    return new Filed(ring, names(Terms.of(entry.subject())), seal(entry));
  }

  String ring() {
    return names.ring();
  }

  private String seal(RedListEntry entry) {
    return sealing.seal(StoredEntry.write(entry).encode(), CONTEXT + entry.id().value());
  }

  boolean current(String value) {
    return sealing.current(value);
  }

  /// An entry that does not open costs no alarm: it is left out, loudly.
  Optional<RedListEntry> open(String id, String version, String value) {
    if (value.isEmpty()) {
      // The same work where nothing is.
      return nothing();
    }
    Optional<RedListEntry> entry =
        sealing
            .open(value, CONTEXT + id)
            .map(json -> StoredEntry.read(new JsonObject(json), Long.parseLong(version)));
    if (entry.isEmpty()) {
      unreadable.incrementAndGet();
      LOG.error("{} of the red list cannot be opened: is a key missing?", id);
    }
    return entry;
  }

  private Optional<RedListEntry> nothing() {
    if (!sealing.current(decoy)) {
      decoy = decoy(sealing);
    }
    return sealing
        .open(decoy, CONTEXT)
        .map(JsonObject::new)
        .filter(JsonObject::isEmpty)
        .map(json -> StoredEntry.read(json, 0));
  }

  private static String decoy(Sealing sealing) {
    return sealing.seal(new JsonObject().put("text", "x".repeat(600)).encode(), CONTEXT);
  }

  long unreadable() {
    return unreadable.get();
  }

  static JsonObject json(RedListEntry entry, Filed filed) {
    RedListSubject subject = entry.subject();
    if (filed.names().isEmpty()) {
      throw new IllegalArgumentException(subject.kind() + " cannot be filed");
    }
    return new JsonObject()
        .put("version", Long.toString(entry.version() + 1))
        .put("zone", entry.zone().value())
        .put("value", filed.value())
        .put("terms", new JsonArray(filed.names()))
        .put("ring", filed.ring())
        .put("review", Long.toString(entry.facts().reviewBy().toEpochDay()))
        .put("proposed", entry.proposal().isPresent());
  }
}
