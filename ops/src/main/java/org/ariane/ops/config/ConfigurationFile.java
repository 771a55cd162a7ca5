package org.ariane.ops.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.Country;
import org.ariane.ivr.asterisk.HostPort;
import org.ariane.ops.config.FlatYaml.Value;

/// Reads a [Configuration] and reports everything that is wrong with it, each with its line.
public final class ConfigurationFile {
  private static final String CENTRES = "dispatch.centres.";
  private static final CentreId SAMPLE_DEFAULT_CENTRE = new CentreId("fr-94-cic");
  private static final PhoneNumber SAMPLE_FALLBACK = new PhoneNumber("3919");

  private final String file;
  private final Map<String, Value> values;
  private final List<String> problems = new ArrayList<>();

  private ConfigurationFile(String file, Map<String, Value> values) {
    this.file = file;
    this.values = new TreeMap<>(values);
  }

  /// What was read, or what is wrong.
  public sealed interface Result {
    record Valid(Configuration configuration) implements Result {}

    record Invalid(List<String> problems) implements Result {
      public Invalid {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Reads and checks the file.
  ///
  /// @param path empty means the defaults, which run the sample
  /// @param home where the program lies, with `directory/sample` in it
  public static Result read(Optional<Path> path, Path home) {
    if (path.isEmpty()) {
      return new ConfigurationFile("defaults", Map.of()).check(home, home);
    }
    Path file = path.get().toAbsolutePath();
    try {
      return switch (FlatYaml.read(file.toString(), Files.readString(file))) {
        case FlatYaml.Parsed(Map<String, Value> values) ->
            new ConfigurationFile(file.toString(), values)
                .check(home, Optional.ofNullable(file.getParent()).orElse(home));
        case FlatYaml.Broken(String problem) -> new Result.Invalid(List.of(problem));
      };
    } catch (IOException e) {
      return new Result.Invalid(List.of(file + ": cannot be read: " + e.getMessage()));
    }
  }

  private Result check(Path home, Path base) {
    Map<CentreId, CentreSettings> centres = centres();
    Configuration configuration =
        new Configuration(
            centres,
            take("dispatch.default-centre", ConfigurationFile::centreId, "the id of a centre")
                .orElse(SAMPLE_DEFAULT_CENTRE),
            take("telephony.trunk", HostPort::parse, "host:port"),
            take("telephony.emergency-trunk", HostPort::parse, "host:port"),
            take("telephony.fallback-number", ConfigurationFile::number, "a telephone number")
                .orElse(SAMPLE_FALLBACK),
            take("redis", text -> uri(text, "redis", "rediss"), "redis://host:port"),
            folder("directory", base).orElse(home.resolve("directory/sample")),
            folder("accounts", base),
            take("http.alarm-port", ConfigurationFile::port, "a port, 1 to 65535"));
    values.forEach((key, value) -> problem(value, "unknown key '" + key + "'"));
    return problems.isEmpty() ? new Result.Valid(configuration) : new Result.Invalid(problems);
  }

  private Map<CentreId, CentreSettings> centres() {
    Map<CentreId, CentreSettings> centres = new HashMap<>();
    List<String> names =
        values.keySet().stream()
            .filter(key -> key.startsWith(CENTRES) && key.lastIndexOf('.') >= CENTRES.length())
            .map(key -> key.substring(CENTRES.length(), key.lastIndexOf('.')))
            .distinct()
            .toList();
    for (String name : names) {
      Value place = at(CENTRES + name);
      Optional<CentreId> id = centreId(name);
      if (id.isEmpty()) {
        problem(place, "'" + name + "' is not the id of a centre");
      }
      Optional<URI> url =
          take(CENTRES + name + ".url", text -> uri(text, "http", "https"), "an http(s) address");
      Optional<String> format =
          take(CENTRES + name + ".format", Optional::of, "native").or(() -> Optional.of("native"));
      Optional<String> secret =
          take(
              CENTRES + name + ".secret",
              text -> text.isBlank() ? Optional.empty() : Optional.of(text),
              "a secret");
      if (url.isEmpty()) {
        problem(place, "centre '" + name + "' needs a 'url'");
      }
      if (secret.isEmpty()) {
        problem(place, "centre '" + name + "' needs a 'secret' to sign what is sent to it");
      }
      if (!format.orElseThrow().equals("native")) {
        problem(place, "centre '" + name + "': only the format 'native' exists so far");
      }
      if (id.isPresent() && url.isPresent() && secret.isPresent()) {
        centres.put(id.get(), new CentreSettings(url.get(), format.orElseThrow(), secret.get()));
      }
    }
    return centres;
  }

  private Value at(String prefix) {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(new Value("", 1));
  }

  private Optional<Path> folder(String key, Path base) {
    return take(key, text -> Optional.of(base.resolve(text).normalize()), "a path")
        .filter(path -> {
          if (Files.exists(path)) {
            return true;
          }
          problems.add(file + ": '" + key + "' names what does not exist: " + path);
          return false;
        });
  }

  private <T> Optional<T> take(String key, Reader<T> reader, String expected) {
    Value value = values.remove(key);
    if (value == null) {
      return Optional.empty();
    }
    Optional<T> read = reader.read(value.text().strip());
    if (read.isEmpty()) {
      problem(value, "'" + key + "' must be " + expected);
    }
    return read;
  }

  private void problem(Value value, String reason) {
    problems.add(file + ":" + value.line() + ": " + reason);
  }

  private static Optional<CentreId> centreId(String text) {
    try {
      return Optional.of(new CentreId(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<PhoneNumber> number(String text) {
    return PhoneNumber.parse(text, Country.FR.code());
  }

  private static Optional<Integer> port(String text) {
    return HostPort.parse("localhost:" + text).map(HostPort::port);
  }

  private static Optional<URI> uri(String text, String... schemes) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null && List.of(schemes).contains(uri.getScheme())
          ? Optional.of(uri)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private interface Reader<T> {
    Optional<T> read(String text);
  }
}
