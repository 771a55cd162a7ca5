package org.ariane.router.amendment;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.ariane.directory.Directory;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.yaml.DirectoryLoad;
import org.ariane.directory.yaml.DirectoryProblem;
import org.ariane.directory.yaml.Overlay;
import org.ariane.directory.yaml.WatchedDirectory;
import org.ariane.directory.yaml.Written.Keys;
import org.ariane.directory.yaml.WrittenText;
import org.ariane.router.access.Principal;
import org.ariane.router.dispatch.LogUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder's directory with what coordinators changed in it. A change is checked as the folder
/// is, as a whole; then it is on disk; then it is in force here, and at other servers once they
/// [#follow]. While the log is away the last known state stays in force.
public final class Amendments {
  private static final Logger LOG = LoggerFactory.getLogger(Amendments.class);
  private static final long PATIENCE_S = 5;

  private final AmendmentLog log;
  private final WatchedDirectory directory;
  private final InstantSource clock;
  private final Consumer<String> outcomes;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile Map<ServiceId, Revision> newest = Map.of();
  private volatile long seen;
  private volatile boolean current;

  /// @param outcomes counts what came of changes: `applied`, `wrong`, `overtaken`, `unavailable`
  public Amendments(
      AmendmentLog log,
      WatchedDirectory directory,
      InstantSource clock,
      Consumer<String> outcomes) {
    this.log = log;
    this.directory = directory;
    this.clock = clock;
    this.outcomes = outcomes;
  }

  /// What somebody wants to change.
  ///
  /// @param basedOn number of the revision that was looked at, 0 for none
  public record Wish(ServiceId service, Content content, long basedOn, String reason) {}

  /// What came of a change, or would.
  public sealed interface Outcome {
    /// Nothing is wrong with it.
    ///
    /// @param warnings examples of policies that come out otherwise then, in words
    record Right(Directory before, Directory after, List<String> warnings) implements Outcome {
      public Right {
        warnings = List.copyOf(warnings);
      }
    }

    /// It is on disk and in force.
    record Applied(Revision revision) implements Outcome {}

    /// It cannot come into force; nothing changed.
    record Wrong(List<Fault> faults) implements Outcome {
      public Wrong {
        faults = List.copyOf(faults);
      }
    }

    /// Somebody else changed the service since it was looked at; nothing changed.
    record Overtaken(Revision by) implements Outcome {}

    /// Others are changing the directory, or there are too many revisions; nothing changed.
    record Busy() implements Outcome {}
  }

  /// Takes over what was changed anywhere since the last look. Never throws for a log that is away.
  public void follow() {
    turn.lock();
    try {
      look();
    } catch (LogUnavailableException e) {
      if (current) {
        LOG.warn("amendments of the directory are not followed: {}", e.getMessage());
      }
      current = false;
    } finally {
      turn.unlock();
    }
  }

  /// Whether the log answered when it was last asked.
  public boolean current() {
    return current;
  }

  private void look() {
    long last = log.last();
    if (last != seen) {
      Map<ServiceId, Revision> found = new HashMap<>();
      log.newest().forEach(each -> found.put(each.service(), each));
      newest = Map.copyOf(found);
      directory.amend(overlay());
      seen = last;
      LOG.info("amendments of the directory up to {} are taken", last);
    }
    current = true;
  }

  /// The newest revision of each service that ever had one.
  public Map<ServiceId, Revision> newest() {
    return newest;
  }

  public Directory inForce() {
    return directory.current();
  }

  public List<Revision> history(ServiceId service, int most) {
    return log.of(service, most);
  }

  public List<Revision> latest(long before, int most) {
    return log.latest(before, most);
  }

  public Standing standing(ServiceId service) {
    return standings(Set.of(service)).getFirst();
  }

  /// Reads the folder: blocking IO.
  public List<Standing> standings(Set<ServiceId> services) {
    Map<ServiceId, Keys> folder = directory.entries(services);
    Map<ServiceId, Revision> known = newest;
    List<DirectoryProblem> problems = directory.status().problems();
    return services.stream()
        .map(service ->
            new Standing(
                service,
                Optional.ofNullable(known.get(service)),
                Optional.ofNullable(folder.get(service)).map(Amendments::text),
                setAside(service, known, problems)))
        .toList();
  }

  private static List<Fault> setAside(
      ServiceId service, Map<ServiceId, Revision> known, List<DirectoryProblem> problems) {
    Overlay overlay = overlay(known.values());
    List<DirectoryProblem> own =
        problems.stream()
            .filter(each -> overlay.owner(each).filter(service::equals).isPresent())
            .toList();
    Optional<WrittenText> written =
        Optional.ofNullable(known.get(service))
            .map(Revision::content)
            .flatMap(content -> content.text(Optional.empty()))
            .flatMap(WrittenText::read)
            .map(WrittenText::service);
    return Fault.of(own, service, written);
  }

  private static String text(Keys entry) {
    return WrittenText.service(EntryRules.kept(entry)).text();
  }

  /// Whether it could come into force, and what the directory would be.
  public Outcome preview(ServiceId service, Content content) {
    Optional<WrittenText> written = Optional.empty();
    if (content instanceof Content.Entry(String text)) {
      Optional<Keys> entry = WrittenText.read(text);
      List<Fault> faults =
          entry
              .map(keys -> EntryRules.faults(service, keys))
              .orElse(List.of(new Fault("", "the entry cannot be read")));
      if (!faults.isEmpty()) {
        return new Outcome.Wrong(faults);
      }
      written = entry.map(WrittenText::service);
    }
    return switch (directory.draft(overlay(service, content))) {
      case DirectoryLoad.Loaded(Directory after) ->
          new Outcome.Right(
              directory.current(),
              after,
              directory.objections(after).stream().map(DirectoryProblem::toString).toList());
      case DirectoryLoad.Rejected(List<DirectoryProblem> problems) ->
          new Outcome.Wrong(Fault.of(problems, service, written));
    };
  }

  private Overlay overlay() {
    return overlay(newest.values());
  }

  /// What stands over the folder by these revisions, each the newest of its service.
  public static Overlay overlay(Collection<Revision> newest) {
    Overlay all = Overlay.NONE;
    for (Revision each : newest) {
      all = over(all, each.service(), each.content());
    }
    return all;
  }

  /// Others that the folder does not fit any more do not stand in the way of this one.
  private Overlay overlay(ServiceId service, Content content) {
    Overlay all = overlay();
    Set<ServiceId> unfit =
        directory.status().problems().stream()
            .flatMap(each -> all.owner(each).stream())
            .filter(each -> !each.equals(service))
            .collect(java.util.stream.Collectors.toSet());
    return over(all.without(unfit).without(Set.of(service)), service, content);
  }

  private static Overlay over(Overlay overlay, ServiceId service, Content content) {
    return switch (content) {
      case Content.Entry(String text) -> overlay.with(service, Optional.of(text));
      case Content.Withdrawn _ -> overlay.with(service, Optional.empty());
      case Content.AsInFolder _ -> overlay;
    };
  }

  /// Puts it into force. Throws [LogUnavailableException] where the log did not answer: then it may
  /// have been kept all the same, and comes into force with the next look.
  public Outcome apply(Principal by, Wish wish) {
    try {
      if (!turn.tryLock(PATIENCE_S, TimeUnit.SECONDS)) {
        return new Outcome.Busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Busy();
    }
    try {
      Outcome outcome = applied(by, wish);
      outcomes.accept(word(outcome));
      return outcome;
    } catch (LogUnavailableException e) {
      current = false;
      outcomes.accept("unavailable");
      throw e;
    } finally {
      turn.unlock();
    }
  }

  private Outcome applied(Principal by, Wish wish) {
    look();
    Standing standing = standing(wish.service());
    if (standing.revision() != wish.basedOn() && standing.newest().isPresent()) {
      return new Outcome.Overtaken(standing.newest().get());
    }
    Outcome checked = preview(wish.service(), wish.content());
    if (!(checked instanceof Outcome.Right)) {
      return checked;
    }
    Revision revision =
        new Revision(
            0,
            clock.instant(),
            by.id(),
            wish.service(),
            wish.content(),
            standing.content(),
            standing.folder(),
            wish.reason());
    return switch (log.append(revision, standing.revision(), by)) {
      case AmendmentLog.Outcome.Appended(Revision kept) -> {
        // It is on disk: whether the log answers once more must not decide what is said of it.
        Map<ServiceId, Revision> now = new HashMap<>(newest);
        now.put(kept.service(), kept);
        newest = Map.copyOf(now);
        directory.amend(overlay());
        if (kept.number() == seen + 1) {
          seen = kept.number();
        }
        yield new Outcome.Applied(kept);
      }
      case AmendmentLog.Outcome.Overtaken _ -> {
        look();
        yield standing(wish.service())
            .newest()
            .<Outcome>map(Outcome.Overtaken::new)
            .orElse(new Outcome.Busy());
      }
      case AmendmentLog.Outcome.Full _ -> new Outcome.Busy();
    };
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Applied _, Outcome.Right _ -> "applied";
      case Outcome.Wrong _ -> "wrong";
      case Outcome.Overtaken _ -> "overtaken";
      case Outcome.Busy _ -> "busy";
    };
  }
}
