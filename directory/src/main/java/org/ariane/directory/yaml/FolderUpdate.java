package org.ariane.directory.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ariane.directory.Directory;
import org.ariane.directory.exchange.DirectoryDiff;
import org.jspecify.annotations.Nullable;

/// Changes a directory's folder as a whole or not at all. The new folder is put together beside the
/// old one, read as the server will read it, written through to the disk and then takes its name;
/// the old one stays under `NAME.before-TIME`, so that the change can be undone. Blocking IO, for
/// one program at a time.
public final class FolderUpdate {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;

  private FolderUpdate(Path folder) {
    this.folder = folder;
  }

  /// What came of it.
  public sealed interface Outcome {
    /// The folder as it would be, or is now.
    record Ready(DirectoryDiff diff) implements Outcome {}

    /// Nothing was changed.
    ///
    /// @param problems in files of the folder as it is or would be
    record Refused(String reason, List<DirectoryProblem> problems) implements Outcome {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  /// The folder of this name, or what it points to. A change that a crash left half-way between two
  /// names is finished first.
  public static FolderUpdate of(Path folder) throws IOException {
    Path real = Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
    FolderUpdate update = new FolderUpdate(real);
    if (!Files.exists(real)) {
      update.finish();
    }
    return update;
  }

  private Path parent() {
    return Objects.requireNonNullElse(folder.getParent(), folder);
  }

  private Path sibling(String ending) {
    return folder.resolveSibling("." + folder.getFileName() + ending);
  }

  /// The old folder gave up its name and the new one has not taken it: it is complete, since it was
  /// written through before.
  private void finish() throws IOException {
    Path complete = sibling(".next");
    if (Files.isDirectory(complete)) {
      Files.move(complete, folder, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /// Puts files into the folder.
  ///
  /// @param replaced files of the folder that the new ones take the place of, by name
  /// @param files by name relative to the folder
  /// @param apply false to see only what would change
  public Outcome replace(
      Predicate<String> replaced, Map<String, String> files, boolean apply, Instant now)
      throws IOException {
    return alone(() -> {
      Optional<Directory> before = before();
      if (before.isEmpty()) {
        return new Outcome.Refused(
            "the folder has faults of its own; they come first", problems(folder));
      }
      FolderStamp stamp = FolderStamp.of(folder);
      Path draft = sibling(".draft");
      delete(draft);
      try {
        copy(draft, replaced);
        for (Map.Entry<String, String> file : files.entrySet()) {
          Path to = draft.resolve(file.getKey());
          Files.createDirectories(to.getParent());
          Files.writeString(to, file.getValue(), StandardCharsets.UTF_8);
        }
        return switch (DirectoryFiles.load(draft)) {
          case DirectoryLoad.Rejected(List<DirectoryProblem> problems) ->
              new Outcome.Refused("the directory would not hold together", problems);
          case DirectoryLoad.Loaded(Directory after) -> {
            DirectoryDiff diff = DirectoryDiff.between(before.get(), after);
            if (apply && !diff.isEmpty()) {
              if (!FolderStamp.of(folder).equals(stamp)) {
                yield new Outcome.Refused("somebody changed the folder meanwhile", List.of());
              }
              swap(draft, now);
            }
            yield new Outcome.Ready(diff);
          }
        };
      } finally {
        delete(draft);
      }
    });
  }

  /// Puts the folder back that the last change replaced; the one that goes is kept as well.
  public Outcome undo(boolean apply, Instant now) throws IOException {
    return alone(() -> {
      Optional<Path> last = lastBefore();
      if (last.isEmpty()) {
        return new Outcome.Refused("there is no earlier folder", List.of());
      }
      if (!(DirectoryFiles.load(last.get()) instanceof DirectoryLoad.Loaded(Directory after))) {
        return new Outcome.Refused("the earlier folder has faults", problems(last.get()));
      }
      Optional<Directory> before = before();
      DirectoryDiff diff =
          before
              .map(current -> DirectoryDiff.between(current, after))
              .orElse(new DirectoryDiff(List.of()));
      if (apply) {
        Path undone = folder.resolveSibling(folder.getFileName() + ".undone-" + TIME.format(now));
        Files.move(last.get(), sibling(".next"), StandardCopyOption.ATOMIC_MOVE);
        Files.move(folder, undone, StandardCopyOption.ATOMIC_MOVE);
        finish();
        sync(parent());
      }
      return new Outcome.Ready(diff);
    });
  }

  private Optional<Path> lastBefore() throws IOException {
    String name = folder.getFileName() + ".before-";
    try (Stream<Path> siblings = Files.list(parent())) {
      return siblings
          .filter(each -> each.getFileName().toString().startsWith(name))
          .max(Comparator.comparing(Path::toString));
    }
  }

  private Optional<Directory> before() {
    return switch (DirectoryFiles.load(folder)) {
      case DirectoryLoad.Loaded(Directory directory) -> Optional.of(directory);
      case DirectoryLoad.Rejected _ -> Optional.empty();
    };
  }

  private static List<DirectoryProblem> problems(Path folder) {
    return switch (DirectoryFiles.load(folder)) {
      case DirectoryLoad.Loaded _ -> List.of();
      case DirectoryLoad.Rejected(List<DirectoryProblem> problems) -> problems;
    };
  }

  private interface Work {
    Outcome run() throws IOException;
  }

  /// Two imports at once would each undo the other's.
  private Outcome alone(Work work) throws IOException {
    try (FileChannel lock =
            FileChannel.open(
                sibling(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = lock.tryLock()) {
      if (held == null) {
        return busy();
      }
      return work.run();
    } catch (OverlappingFileLockException e) {
      return busy();
    }
  }

  private static Outcome busy() {
    return new Outcome.Refused("another change of the folder is under way", List.of());
  }

  private void swap(Path draft, Instant now) throws IOException {
    try (Stream<Path> files = Files.walk(draft)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        sync(file);
      }
    }
    Path next = sibling(".next");
    delete(next);
    Files.move(draft, next, StandardCopyOption.ATOMIC_MOVE);
    sync(parent());
    Path before = folder.resolveSibling(folder.getFileName() + ".before-" + TIME.format(now));
    try {
      Files.move(folder, before, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      delete(next);
      throw new IOException("the folder cannot be renamed; is it a mount? name one inside it", e);
    }
    finish();
    sync(parent());
  }

  private static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private void copy(Path target, Predicate<String> replaced) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        Path to = name.isEmpty() ? target : target.resolve(name);
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else if (!replaced.test(name)) {
          Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    } catch (UncheckedIOException e) {
      throw new IOException("the folder cannot be copied", e);
    }
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
