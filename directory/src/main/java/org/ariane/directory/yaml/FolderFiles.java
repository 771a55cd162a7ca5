package org.ariane.directory.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The texts of a folder: `*.yaml` in it, `communes.geojson`, `communes.csv` and `areas/*.geojson`;
/// other files are left alone. Read once, so that what is checked is what is used.
///
/// @param texts by name relative to the folder, in the order of names
record FolderFiles(SortedMap<String, String> texts) {
  static final String COMMUNES_GEOJSON = "communes.geojson";
  static final String COMMUNES_CSV = "communes.csv";
  static final int LARGEST_BYTES = 2 * 1024 * 1024;

  /// A country of borders is one file.
  static final int LARGEST_COMMUNES_BYTES = 64 * 1024 * 1024;

  static final int MOST_FILES = 500;

  static FolderFiles read(Path folder, Problems problems) {
    SortedMap<String, String> texts = new TreeMap<>();
    List<Path> files = new ArrayList<>();
    try {
      files.addAll(list(folder, ".yaml"));
      files.addAll(list(folder, COMMUNES_GEOJSON));
      files.addAll(list(folder, COMMUNES_CSV));
      if (Files.isDirectory(folder.resolve("areas"))) {
        files.addAll(list(folder.resolve("areas"), ".geojson"));
      }
      for (Path misnamed : list(folder, ".yml")) {
        problems.add(misnamed.getFileName().toString(), 1, "name the file .yaml to have it read");
      }
    } catch (IOException e) {
      problems.add(".", 1, "the folder cannot be read");
    }
    if (files.size() > MOST_FILES) {
      problems.add(".", 1, "more than " + MOST_FILES + " files");
      return new FolderFiles(texts);
    }
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      read(file, name, problems, texts);
    }
    if (problems.count() == 0 && texts.keySet().stream().noneMatch(FolderFiles::isYaml)) {
      problems.add(".", 1, "the folder holds no .yaml file");
    }
    return new FolderFiles(texts);
  }

  private static List<Path> list(Path folder, String ending) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> entry.toString().endsWith(ending) && Files.isRegularFile(entry))
          .sorted()
          .toList();
    }
  }

  private static void read(Path file, String name, Problems problems, Map<String, String> texts) {
    try (InputStream in = Files.newInputStream(file)) {
      int largest =
          name.equals(COMMUNES_GEOJSON) || name.equals(COMMUNES_CSV)
              ? LARGEST_COMMUNES_BYTES
              : LARGEST_BYTES;
      byte[] bytes = in.readNBytes(largest + 1);
      if (bytes.length > largest) {
        problems.add(name, 1, "the file is larger than " + largest + " bytes");
        return;
      }
      texts.put(
          name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      problems.add(name, 1, "the file is not in UTF-8");
    } catch (IOException e) {
      problems.add(name, 1, "the file cannot be read");
    }
  }

  /// The same, with this text under this name.
  FolderFiles with(String name, String text) {
    SortedMap<String, String> changed = new TreeMap<>(texts);
    changed.put(name, text);
    return new FolderFiles(changed);
  }

  /// The same, with a file for each entry that stands in the place of one of the folder.
  FolderFiles with(Overlay overlay) {
    if (overlay.isEmpty()) {
      return this;
    }
    SortedMap<String, String> changed = new TreeMap<>(texts);
    changed.putAll(overlay.files());
    return new FolderFiles(changed);
  }

  static boolean isYaml(String name) {
    return name.endsWith(".yaml");
  }

  /// The first twelve hexadecimal digits of SHA-256 over all names and texts.
  String version() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      texts.forEach((name, text) -> {
        digest.update((name + "\n" + text.length() + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(text.getBytes(StandardCharsets.UTF_8));
      });
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
