package org.ariane.router.redlist.redis;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.api.sync.RedisCommands;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.audit.AuditEntry;
import org.ariane.router.audit.redis.ChainScript;
import org.ariane.router.audit.redis.RedisAuditLog;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.Question;
import org.ariane.router.dispatch.redis.RedisScript;
import org.ariane.router.redlist.IndexKeys;
import org.ariane.router.redlist.LegalBasis;
import org.ariane.router.redlist.RedListEntry;
import org.ariane.router.redlist.RedListEntryId;
import org.ariane.router.redlist.RedListMatch;
import org.ariane.router.redlist.RedListQuery;
import org.ariane.router.redlist.RedListStore;
import org.ariane.router.redlist.Terms;
import org.ariane.router.secrecy.Sealing;

/// [RedListStore] in Redis. A look takes one round trip, and the same work whether or not something
/// matches.
public final class RedisRedList implements RedListStore {
  private static final String PREFIX = "{alarm}:redlist:";
  private static final String TERM = PREFIX + "term:";
  private static final String ITEM = PREFIX + "item:";
  private static final int MOST_TOLD = 5;
  private static final PrincipalId ARIANE = new PrincipalId("ariane");
  private static final RedisScript LOOK = RedisScript.of(RedisRedList.class, "look.lua");
  private static final RedisScript READ = RedisScript.of(RedisRedList.class, "read.lua");
  private static final ChainScript CHANGE = ChainScript.of(RedisRedList.class, "change.lua");
  private static final ChainScript ESCALATE = ChainScript.of(RedisRedList.class, "escalate.lua");

  private final AlarmRedis redis;
  private final EntryCodec codec;
  private final RedisAuditLog audit;
  private final Map<ZoneId, LegalBasis> sampleBases;
  private final InstantSource clock;

  /// The list of one deployment.
  ///
  /// @param sampleBases hold where a zone has recorded nothing; empty but in the sample
  public RedisRedList(
      AlarmRedis redis,
      IndexKeys names,
      Sealing sealing,
      RedisAuditLog audit,
      Map<ZoneId, LegalBasis> sampleBases,
      InstantSource clock) {
    this.redis = redis;
    this.codec = new EntryCodec(names, sealing);
    this.audit = audit;
    this.sampleBases = Map.copyOf(sampleBases);
    this.clock = clock;
  }

  private record Found(RedListEntry entry, String basis) {}

  @Override
  public RedListMatch look(RedListQuery query) {
    return gravest(found(query));
  }

  /// What [#match] needs to be told of.
  public Question question(RedListQuery query) {
    return new Question(Question.Kind.RED_LIST, ITEM, keys(query));
  }

  /// The gravest match among what was found.
  public RedListMatch match(RedListQuery query, List<String> answer) {
    return gravest(opened(query, answer));
  }

  private RedListMatch gravest(Collection<Found> found) {
    LocalDate today = today();
    List<RedListEntry> matches =
        found.stream()
            .filter(one -> basis(one.entry().zone(), one.basis()).on(today))
            .map(Found::entry)
            .toList();
    return new RedListMatch(
        matches.stream().max(Comparator.comparingInt(RedListEntry::seriousness)), matches.size());
  }

  @Override
  public List<RedListEntry> search(RedListQuery query) {
    return found(query).stream().map(Found::entry).toList();
  }

  private List<String> keys(RedListQuery query) {
    List<String> keys = codec.names(Terms.of(query)).stream().map(name -> TERM + name).toList();
    // The same work for an alarm that has nothing to look up.
    return keys.isEmpty() ? List.of(TERM + "none") : keys;
  }

  private List<Found> found(RedListQuery query) {
    List<String> asked = keys(query);
    return opened(
        query, redis.<List<String>>call(commands -> LOOK.texts(commands, asked, List.of())));
  }

  private List<Found> opened(RedListQuery query, List<String> texts) {
    List<Found> found = new ArrayList<>();
    for (int i = 0; i + 3 < texts.size(); i += 4) {
      String basis = texts.get(i + 2);
      codec
          .open(texts.get(i), texts.get(i + 1), texts.get(i + 3))
          .filter(entry -> entry.subject().fits(query))
          .ifPresent(entry -> found.add(new Found(entry, basis)));
    }
    return found;
  }

  @Override
  public boolean write(List<Write> writes, List<AuditEntry> lines) {
    JsonArray entries = new JsonArray();
    JsonArray bases = new JsonArray();
    for (Write write : writes) {
      switch (write) {
        case Write.Put(RedListEntry entry) ->
            entries.add(change(entry).put("now", EntryCodec.json(entry, codec.file(entry))));
        case Write.Remove(RedListEntry entry) -> entries.add(change(entry));
        case Write.Basis(ZoneId zone, LegalBasis.OfZone basis) ->
            bases.add(
                new JsonObject()
                    .put("zone", zone.value())
                    .put("before", basis.stored())
                    .put("now", StoredBasis.write(basis)));
      }
    }
    JsonObject changes = new JsonObject().put("entries", entries).put("bases", bases);
    return audit.write(CHANGE, lines, List.of(changes.encode())) > 0;
  }

  private static JsonObject change(RedListEntry entry) {
    return new JsonObject()
        .put("id", entry.id().value())
        .put("before", Long.toString(entry.version()));
  }

  @Override
  public Optional<RedListEntry> find(RedListEntryId id) {
    return read(List.of(id.value())).stream().findFirst();
  }

  @Override
  public List<RedListEntry> ofZone(ZoneId zone) {
    return read(call(commands -> commands.smembers(PREFIX + "zone:" + zone.value())));
  }

  @Override
  public List<RedListEntry> toReview(LocalDate until) {
    Range<Long> due = Range.create(Long.MIN_VALUE, until.toEpochDay());
    return read(
        call(commands -> commands.zrangebyscore(PREFIX + "review", due, Limit.unlimited())));
  }

  @Override
  public long overdue(LocalDate today) {
    Range<Long> before = Range.create(Long.MIN_VALUE, today.toEpochDay() - 1);
    return redis.<Long>call(commands -> commands.zcount(PREFIX + "review", before));
  }

  @Override
  public List<RedListEntry> proposed() {
    return read(call(commands -> commands.smembers(PREFIX + "proposed")));
  }

  @Override
  public LegalBasis.OfZone basis(ZoneId zone) {
    return basis(
        zone,
        Optional.ofNullable(
                redis.<String>call(commands -> commands.hget(PREFIX + "bases", zone.value())))
            .orElse(""));
  }

  private LegalBasis.OfZone basis(ZoneId zone, String stored) {
    return StoredBasis.read(stored, Optional.ofNullable(sampleBases.get(zone)));
  }

  /// Writes once to the audit log that an entry is overdue, and to whom that is told. Answers
  /// whether it was now.
  public boolean escalate(RedListEntry entry, List<PrincipalId> to) {
    String about = entry.id() + " " + entry.facts().reviewBy();
    AuditEntry line =
        new AuditEntry(
            clock.instant(),
            ARIANE,
            Optional.empty(),
            "red-list.review-overdue",
            Stream.concat(Stream.of(entry.id().value()), to.stream().map(PrincipalId::value))
                .limit(MOST_TOLD)
                .collect(Collectors.joining(" ")),
            Optional.empty());
    return audit.write(ESCALATE, List.of(line), List.of(about)) > 0;
  }

  /// How many entries could not be opened since the start.
  public long unreadable() {
    return codec.unreadable();
  }

  /// Files entries under the present keys.
  public Refiling refiling() {
    return new Refiling(redis, codec);
  }

  private List<RedListEntry> read(Collection<String> ids) {
    return new Refiling(redis, codec).read(List.copyOf(ids), READ);
  }

  private <T> T call(Function<RedisCommands<String, String>, T> commands) {
    return redis.call(commands);
  }

  private LocalDate today() {
    Instant now = clock.instant();
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
