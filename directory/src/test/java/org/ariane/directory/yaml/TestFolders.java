package org.ariane.directory.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ariane.directory.Directory;

/// The folders of `src/test/resources/yaml`. What is wrong on a line of a YAML file stands behind
/// it, as `# ! reason ;; another reason`.
final class TestFolders {
  private static final String MARK = "# ! ";

  private TestFolders() {}

  static Path folder(String name) {
    return Path.of("src/test/resources/yaml").resolve(name).toAbsolutePath();
  }

  static void copy(String name, Path target) throws IOException {
    Path source = folder(name);
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(source.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  static List<DirectoryProblem> marked(String name) throws IOException {
    List<DirectoryProblem> expected = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder(name))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        List<String> lines = Files.readAllLines(file);
        for (int line = 1; line <= lines.size(); line++) {
          String text = lines.get(line - 1);
          int mark = text.indexOf(MARK);
          if (mark >= 0) {
            for (String reason : text.substring(mark + MARK.length()).split(" ;; ", -1)) {
              expected.add(new DirectoryProblem(file.getFileName().toString(), line, reason));
            }
          }
        }
      }
    }
    return expected;
  }

  static List<DirectoryProblem> problems(Path folder) {
    return switch (DirectoryFiles.load(folder)) {
      case DirectoryLoad.Loaded _ -> List.of();
      case DirectoryLoad.Rejected(List<DirectoryProblem> problems) -> problems;
    };
  }

  static DirectoryLoad.Loaded loaded(Path folder) {
    return switch (DirectoryFiles.load(folder)) {
      case DirectoryLoad.Loaded loaded -> loaded;
      case DirectoryLoad.Rejected(List<DirectoryProblem> problems) ->
          throw new AssertionError(problems.toString());
    };
  }

  static Directory directory(Path folder) {
    return loaded(folder).directory();
  }
}
