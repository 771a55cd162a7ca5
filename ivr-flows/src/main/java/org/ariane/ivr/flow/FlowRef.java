package org.ariane.ivr.flow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ariane.directory.service.LineId;

/// Names one version of one line's flow; a call under way keeps to it.
///
/// @param version a short hash of its content
public record FlowRef(LineId line, String version) {
  private static final Pattern WRITTEN = Pattern.compile("(.{1,64})@([0-9a-f]{8})");

  public FlowRef {
    if (!version.matches("[0-9a-f]{8}")) {
      throw new IllegalArgumentException("a version is eight hexadecimal digits");
    }
  }

  /// Reads [#toString]; empty for anything else.
  public static Optional<FlowRef> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    try {
      return matcher.matches()
          ? Optional.of(new FlowRef(new LineId(matcher.group(1)), matcher.group(2)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return line + "@" + version;
  }
}
