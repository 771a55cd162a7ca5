package org.ariane.ops.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ariane.ops.config.FlatYaml.Value;

/// The entries of a configuration file while they are read: each is taken once, what is wrong with
/// it is noted with its line, and what nobody took is wrong, too.
final class Entries {
  private final String file;
  private final Path base;
  private final Map<String, Value> left;
  private final List<String> problems = new ArrayList<>();

  /// A file's entries.
  ///
  /// @param base what relative paths start from
  Entries(String file, Path base, Map<String, Value> values) {
    this.file = file;
    this.base = base;
    this.left = new TreeMap<>(values);
  }

  interface Reader<T> {
    Optional<T> read(String text);
  }

  <T> Optional<T> take(String key, Reader<T> reader, String expected) {
    Optional<Value> value = Optional.ofNullable(left.remove(key));
    Optional<T> read = value.flatMap(found -> reader.read(found.text().strip()));
    if (value.isPresent() && read.isEmpty()) {
      problem(value.get(), "'" + key + "' must be " + expected);
    }
    return read;
  }

  /// A path that exists.
  Optional<Path> path(String key) {
    Optional<Value> said = Optional.ofNullable(left.get(key));
    return take(key, text -> Optional.of(base.resolve(text).normalize()), "a path")
        .filter(path -> {
          if (Files.exists(path)) {
            return true;
          }
          problem(said.orElseThrow(), "'" + key + "' names what does not exist: " + path);
          return false;
        });
  }

  /// The first words of the keys below a prefix, in order.
  List<String> names(String prefix) {
    return left.keySet().stream()
        .filter(key -> key.startsWith(prefix) && key.indexOf('.', prefix.length()) > 0)
        .map(key -> key.substring(prefix.length(), key.indexOf('.', prefix.length())))
        .distinct()
        .toList();
  }

  /// What is still left below a prefix, without it.
  List<String> keys(String prefix) {
    return left.keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .toList();
  }

  /// Where something that begins so is said.
  Value at(String prefix) {
    return left.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(new Value("", 1));
  }

  void problem(Value value, String reason) {
    problems.add(file + ":" + value.line() + ": " + reason);
  }

  /// Everything that was wrong, and every key that nobody took.
  List<String> problems() {
    left.forEach((key, value) -> problem(value, "unknown key '" + key + "'"));
    left.clear();
    return List.copyOf(problems);
  }

  static Optional<String> text(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }

  static Optional<URI> uri(String text, String... schemes) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null && List.of(schemes).contains(uri.getScheme())
          ? Optional.of(uri)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
