package org.ariane.ops.directory;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.service.Coverage;

/// Areas on a command line: `FR`, `FR,BE`, or zones as `fr-59,fr-94`.
public final class Areas {
  private Areas() {}

  /// Throws [IllegalArgumentException] where it is neither.
  public static Coverage parse(String text) {
    Set<String> parts =
        Arrays.stream(text.split(",", -1)).map(String::strip).collect(Collectors.toSet());
    return parts.stream()
            .allMatch(part -> part.length() == 2 && Character.isUpperCase(part.charAt(0)))
        ? new Coverage.Nationwide(parts.stream().map(Country::new).collect(Collectors.toSet()))
        : new Coverage.InZones(parts.stream().map(ZoneId::new).collect(Collectors.toSet()));
  }
}
