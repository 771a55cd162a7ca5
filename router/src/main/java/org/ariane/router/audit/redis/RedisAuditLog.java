package org.ariane.router.audit.redis;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.StreamMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.ariane.router.audit.AuditAnchor;
import org.ariane.router.audit.AuditChain;
import org.ariane.router.audit.AuditEntry;
import org.ariane.router.audit.AuditLog;
import org.ariane.router.audit.Link;
import org.ariane.router.audit.Link.Tail;
import org.ariane.router.audit.Walk;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// [AuditLog] in Redis. The server proves lines, since Redis must not hold the key; a script writes
/// them only if they still follow the last line, and together with the change that they are about.
public final class RedisAuditLog implements AuditLog {
  private static final Logger LOG = LoggerFactory.getLogger(RedisAuditLog.class);
  static final String CHAIN = "{alarm}:audit:chain";
  static final String PENDING = "{alarm}:audit:pending";
  private static final ChainScript APPEND = ChainScript.of(RedisAuditLog.class, "append.lua");
  private static final String TAIL = ChainScript.read(RedisAuditLog.class, "tail.lua");
  private static final int PAGE = 200;
  private static final int MOST_SEEN = 5_000;
  private static final int MOST_TRIES = 100;
  private static final long MOVED = 0;

  private final AlarmRedis redis;
  private final AuditChain chain;
  private final AuditAnchor anchor;
  private final ReentrantLock turn = new ReentrantLock();
  private Tail known = Tail.START;

  public RedisAuditLog(AlarmRedis redis, AuditChain chain, AuditAnchor anchor) {
    this.redis = redis;
    this.chain = chain;
    this.anchor = anchor;
  }

  @Override
  public void record(List<AuditEntry> entries) {
    if (!entries.isEmpty()) {
      write(APPEND, entries, List.of());
    }
  }

  /// Runs a script that makes a change and appends these lines, both or none. Answers what the
  /// script does: a negative number when it refused and did neither.
  public long write(ChainScript script, List<AuditEntry> entries, List<String> more) {
    turn.lock();
    try {
      for (int i = 0; i < MOST_TRIES; i++) {
        List<Link> links = chain.extend(known, entries);
        List<String> args = new ArrayList<>(List.of(known.proof(), StoredLink.write(links)));
        args.addAll(more);
        long answer = redis.<Long>call(commands -> script.run(commands, args));
        if (answer > MOVED) {
          known = links.isEmpty() ? known : links.getLast().tail();
          return answer;
        }
        if (answer < MOVED) {
          return answer;
        }
        known = tail();
      }
      throw new LogUnavailableException("the audit chain does not hold still");
    } finally {
      turn.unlock();
    }
  }

  /// Where the chain ends now. Numbers go on behind the last one ever written, also where that line
  /// is gone: a walk then finds the gap.
  Tail tail() {
    List<String> words =
        redis
            .<List<Object>>call(
                commands -> commands.eval(TAIL, ScriptOutputType.MULTI, new String[] {CHAIN}))
            .stream()
            .map(String::valueOf)
            .toList();
    Tail now = new Tail(Long.parseLong(words.getFirst()), words.get(2));
    if (now.n() < known.n() || now.n() != Long.parseLong(words.get(1))) {
      LOG.error("the audit log lost lines at its end: it ends at {}", words.get(1));
    }
    return now;
  }

  /// Chains what waits; answers how many lines.
  int chainPending() {
    List<StreamMessage<String, String>> waiting =
        redis.call(
            commands -> commands.xrange(PENDING, Range.<String>unbounded(), Limit.from(PAGE)));
    if (!waiting.isEmpty()) {
      write(
          APPEND,
          waiting.stream().map(StoredLink::pending).toList(),
          waiting.stream().map(StreamMessage::getId).toList());
    }
    return waiting.size();
  }

  @Override
  public Page list(long after, Optional<String> about) {
    List<Link> lines = new ArrayList<>();
    long last = after;
    for (int seen = 0; seen < MOST_SEEN; seen += PAGE) {
      List<StreamMessage<String, String>> page = page(last);
      for (StreamMessage<String, String> line : page) {
        last = StoredLink.number(line);
        StoredLink.read(line)
            .filter(link -> about.map(id -> link.entry().isAbout(id)).orElse(true))
            .ifPresent(lines::add);
      }
      if (page.size() < PAGE) {
        return new Page(lines, Optional.empty());
      }
      if (lines.size() >= PAGE) {
        break;
      }
    }
    return new Page(lines, Optional.of(last));
  }

  @Override
  public Verdict verify() {
    long written = tail().n();
    Walk walk = new Walk(chain, anchor.read());
    long last = 0;
    while (true) {
      List<StreamMessage<String, String>> page = page(last);
      for (StreamMessage<String, String> line : page) {
        last = StoredLink.number(line);
        boolean on =
            StoredLink.read(line).map(walk::step).orElseGet(() -> walk.unreadable(lineOf(line)));
        if (!on) {
          return walk.end(written);
        }
      }
      if (page.size() < PAGE) {
        return walk.end(written);
      }
    }
  }

  private static long lineOf(StreamMessage<String, String> line) {
    return StoredLink.number(line);
  }

  private List<StreamMessage<String, String>> page(long after) {
    Range<String> behind =
        Range.from(Boundary.excluding(after + "-0"), Boundary.<String>unbounded());
    return redis.call(commands -> commands.xrange(CHAIN, behind, Limit.from(PAGE)));
  }

  @Override
  public long pending() {
    return redis.<Long>call(commands -> commands.xlen(PENDING));
  }

  /// Moves the anchor on, if the chain still goes through it.
  boolean anchored() {
    Tail end = tail();
    Optional<Tail> before = anchor.read();
    boolean whole =
        before.isEmpty()
            || before.get().n() == 0
            || page(before.get().n() - 1).stream()
                .limit(1)
                .map(StoredLink::read)
                .anyMatch(link -> link.map(Link::tail).filter(before.get()::equals).isPresent());
    if (!whole) {
      LOG.error("the audit log does not reach its anchor at line {}", before.get().n());
    } else if (before.isEmpty() || before.get().n() < end.n()) {
      anchor.write(end);
    }
    return whole;
  }
}
