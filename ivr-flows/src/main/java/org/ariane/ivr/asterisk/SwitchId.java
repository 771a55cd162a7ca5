package org.ariane.ivr.asterisk;

import java.util.regex.Pattern;

/// One telephone switch of several. It stands in names of endpoints, files and metrics.
public record SwitchId(String value) implements Comparable<SwitchId> {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]{0,15}");

  /// The one that `ops/run` starts.
  public static final SwitchId LOCAL = new SwitchId("local");

  public SwitchId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("a switch is named by up to 16 letters and digits");
    }
  }

  public static boolean isValid(String text) {
    return SHAPE.matcher(text).matches();
  }

  @Override
  public int compareTo(SwitchId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
