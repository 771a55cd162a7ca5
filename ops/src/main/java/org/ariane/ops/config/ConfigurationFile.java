package org.ariane.ops.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ariane.directory.lost.LostServer;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.Country;
import org.ariane.ivr.asterisk.Capacity;
import org.ariane.ivr.asterisk.HostPort;
import org.ariane.ivr.asterisk.WebMedia;
import org.ariane.ops.config.FlatYaml.Value;
import org.ariane.router.http.VisitorPace;

/// Reads a [Configuration] and reports everything that is wrong with it, each with its line.
public final class ConfigurationFile {
  private static final CentreId SAMPLE_DEFAULT_CENTRE = new CentreId("fr-94-cic");
  private static final PhoneNumber SAMPLE_FALLBACK = new PhoneNumber("3919");
  private static final Pattern RATE = Pattern.compile("([1-9][0-9]{0,4})/s");

  private ConfigurationFile() {}

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
      return check(new Entries("defaults", home, Map.of()), home);
    }
    Path file = path.get().toAbsolutePath();
    try {
      return switch (FlatYaml.read(file.toString(), Files.readString(file))) {
        case FlatYaml.Parsed(Map<String, Value> values) ->
            check(
                new Entries(
                    file.toString(), Optional.ofNullable(file.getParent()).orElse(home), values),
                home);
        case FlatYaml.Broken(String problem) -> new Result.Invalid(List.of(problem));
      };
    } catch (IOException e) {
      return new Result.Invalid(List.of(file + ": cannot be read: " + e.getMessage()));
    }
  }

  private static Result check(Entries entries, Path home) {
    CentresSection centres = CentresSection.read(entries);
    Configuration configuration =
        new Configuration(
            centres.systems(),
            centres.dutyOfficers(),
            entries
                .take("dispatch.default-centre", CentresSection::centreId, "the id of a centre")
                .orElse(SAMPLE_DEFAULT_CENTRE),
            entries.take("telephony.trunk", HostPort::parse, "host:port"),
            entries.take("telephony.emergency-trunk", HostPort::parse, "host:port"),
            entries
                .take("telephony.fallback-number", ConfigurationFile::number, "a telephone number")
                .orElse(SAMPLE_FALLBACK),
            SwitchesSection.read(entries),
            entries.path("telephony.flows"),
            capacity(entries),
            entries.take("telephony.media-address", WebMedia::parse, "an IPv4 address"),
            entries.take(
                "redis", text -> Entries.uri(text, "redis", "rediss"), "redis://host:port"),
            entries.path("directory").orElse(home.resolve("directory/sample")),
            entries.path("accounts"),
            entries
                .take("lost.name", ConfigurationFile::lostName, "a host name, as lost.example.org")
                .orElse("ariane.invalid"),
            entries.take("http.alarm-port", ConfigurationFile::port, "a port, 1 to 65535"),
            entries.take(
                "http.trusted-proxy", ConfigurationFile::address, "an IP address, as 127.0.0.1"),
            entries
                .take("http.visitor-rate", ConfigurationFile::rate, "a rate, as '50/s'")
                .orElse(VisitorPace.Rate.STANDARD));
    List<String> problems = entries.problems();
    return problems.isEmpty() ? new Result.Valid(configuration) : new Result.Invalid(problems);
  }

  private static Capacity capacity(Entries entries) {
    return new Capacity(
        entries
            .take("telephony.capacity.calls", Capacity::parseCalls, "5 to 2000")
            .orElse(Capacity.STANDARD.calls()),
        entries
            .take("telephony.capacity.per-second", Capacity::parsePerSecond, "1 to 500")
            .orElse(Capacity.STANDARD.perSecond()));
  }

  private static Optional<PhoneNumber> number(String text) {
    return PhoneNumber.parse(text, Country.FR.code());
  }

  private static Optional<String> lostName(String text) {
    return Optional.of(text).filter(LostServer::isName);
  }

  private static Optional<String> address(String text) {
    return Optional.of(text).filter(VisitorPace::isAddress);
  }

  /// Ten seconds' worth may come at once.
  private static Optional<VisitorPace.Rate> rate(String text) {
    Matcher matcher = RATE.matcher(text.strip());
    return Optional.of(matcher)
        .filter(Matcher::matches)
        .map(found -> Integer.parseInt(found.group(1)))
        .filter(perSecond -> perSecond <= 10_000)
        .map(perSecond -> new VisitorPace.Rate(perSecond, 10 * perSecond));
  }

  static Optional<Integer> port(String text) {
    return HostPort.parse("localhost:" + text).map(HostPort::port);
  }
}
