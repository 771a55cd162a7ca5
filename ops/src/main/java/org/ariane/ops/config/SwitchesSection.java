package org.ariane.ops.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ariane.ivr.asterisk.HostPort;
import org.ariane.ivr.asterisk.SwitchId;
import org.ariane.ops.config.FlatYaml.Value;

/// Reads `telephony.switches`: telephone switches beside the one that `ops/run` starts.
final class SwitchesSection {
  private static final String SWITCHES = "telephony.switches.";
  private static final Pattern RANGE = Pattern.compile("([0-9]{4,5})-([0-9]{4,5})");

  private record Range(int start, int end) {}

  private static final Range MEDIA = new Range(10_000, 19_999);

  private SwitchesSection() {}

  static Map<SwitchId, SwitchPlace> read(Entries entries) {
    Map<SwitchId, SwitchPlace> places = new LinkedHashMap<>();
    for (String name : entries.names(SWITCHES)) {
      Value said = entries.at(SWITCHES + name + ".");
      if (!SwitchId.isValid(name) || name.equals(SwitchId.LOCAL.value())) {
        entries.problem(
            said,
            "'"
                + name
                + "' cannot name a switch: up to 16 small letters and digits, and 'local' is the"
                + " one that is started here");
      }
      Optional<SwitchPlace> place = place(entries, name, said);
      place.ifPresent(found -> unlikeOthers(entries, name, said, found, places.values()));
      if (SwitchId.isValid(name)) {
        place.ifPresent(found -> places.put(new SwitchId(name), found));
      }
    }
    return places;
  }

  private static void unlikeOthers(
      Entries entries, String name, Value said, SwitchPlace place, Collection<SwitchPlace> others) {
    if (others.stream().anyMatch(other -> other.sip().equals(place.sip()))) {
      entries.problem(said, "switch '" + name + "' has the 'sip' of another one");
    }
    if (others.stream().anyMatch(other -> other.amiPort() == place.amiPort())) {
      entries.problem(said, "switch '" + name + "' has the 'ami-port' of another one");
    }
  }

  private static Optional<SwitchPlace> place(Entries entries, String name, Value said) {
    String prefix = SWITCHES + name + ".";
    Optional<HostPort> sip = entries.take(prefix + "sip", HostPort::parse, "host:port");
    Optional<Integer> ami =
        entries.take(prefix + "ami-port", ConfigurationFile::port, "a port, 1 to 65535");
    Range media =
        entries
            .take(prefix + "media-ports", SwitchesSection::range, "two ports, as 10000-19999")
            .orElse(MEDIA);
    if (sip.isEmpty() || ami.isEmpty()) {
      entries.problem(said, "switch '" + name + "' needs 'sip' and 'ami-port'");
    }
    return sip.flatMap(
        where -> ami.map(port -> new SwitchPlace(where, port, media.start(), media.end())));
  }

  private static Optional<Range> range(String text) {
    Matcher ports = RANGE.matcher(text);
    if (!ports.matches()) {
      return Optional.empty();
    }
    Range range = new Range(Integer.parseInt(ports.group(1)), Integer.parseInt(ports.group(2)));
    return Optional.of(range).filter(r -> r.start() < r.end() && r.end() <= 65_535);
  }
}
