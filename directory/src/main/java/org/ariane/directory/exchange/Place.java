package org.ariane.directory.exchange;

/// Where something stands in what was handed in.
///
/// @param line counted from 1; 1 also for what concerns the file as a whole
public record Place(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
