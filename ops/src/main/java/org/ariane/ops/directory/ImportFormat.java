package org.ariane.ops.directory;

import java.util.Locale;

/// What can be imported. The name on the command line is the constant in lower case.
public enum ImportFormat {
  /// Open Referral HSDS 3, JSON or the tables of a package.
  HSDS,
  /// data.inclusion v1, structures and services.
  INCLUSION,
  /// GeoJSON outlines of zones.
  AREAS,
  /// A table of zones by commune or postcode.
  ZONES,
  /// Files as the folder holds them.
  YAML;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
