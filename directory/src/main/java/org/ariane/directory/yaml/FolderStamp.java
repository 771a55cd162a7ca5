package org.ariane.directory.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Names, sizes and times of a folder's files: cheap to take, and different when one was written.
///
/// @param newest the latest time of any file
record FolderStamp(SortedMap<String, String> files, Instant newest) {
  static FolderStamp of(Path folder) {
    SortedMap<String, String> files = new TreeMap<>();
    Instant newest = Instant.EPOCH;
    for (Path part : List.of(folder, folder.resolve("areas"))) {
      try (Stream<Path> entries = Files.list(part)) {
        for (Path file : entries.sorted(Comparator.naturalOrder()).toList()) {
          BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class);
          if (of.isRegularFile()) {
            Instant modified = of.lastModifiedTime().toInstant();
            files.put(file.toString(), modified + " " + of.size() + " " + of.fileKey());
            newest = modified.isAfter(newest) ? modified : newest;
          }
        }
      } catch (IOException e) {
        files.put(part.toString(), "unreadable");
      }
    }
    return new FolderStamp(files, newest);
  }
}
