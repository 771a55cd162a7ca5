package org.ariane.ivr.flow.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ariane.directory.service.LineId;
import org.ariane.ivr.flow.Flow;
import org.ariane.ivr.flow.Flows;
import org.ariane.ivr.flow.Surroundings;

/// Reads a folder of flows, one `*.yaml` a line: all of it is sound, or none of it is used.
public final class FlowFolder {
  private static final int MOST_FILES = 100;

  private FlowFolder() {}

  /// What was read.
  public sealed interface Load {
    record Loaded(Flows flows) implements Load {}

    /// In the order of files and lines.
    record Rejected(List<FlowProblem> problems) implements Load {
      public Rejected {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Reads and checks all files.
  ///
  /// @param standard the line whose flow serves those without one of their own
  public static Load read(Path folder, LineId standard, Surroundings around) {
    List<Flow> flows = new ArrayList<>();
    List<FlowProblem> problems = new ArrayList<>();
    for (Path file : files(folder, problems)) {
      read(file, around, flows, problems);
    }
    if (problems.isEmpty() && flows.stream().noneMatch(flow -> flow.line().equals(standard))) {
      problems.add(
          new FlowProblem(".", 1, "no file is for the line " + standard + ", which must be there"));
    }
    return problems.isEmpty()
        ? new Load.Loaded(Flows.of(standard, flows))
        : new Load.Rejected(problems);
  }

  private static List<Path> files(Path folder, List<FlowProblem> problems) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files =
          entries.filter(entry -> entry.toString().endsWith(".yaml")).sorted().toList();
      if (files.isEmpty() || files.size() > MOST_FILES) {
        problems.add(
            new FlowProblem(".", 1, "the folder holds 1 to " + MOST_FILES + " .yaml files"));
        return List.of();
      }
      return files;
    } catch (IOException e) {
      problems.add(new FlowProblem(".", 1, "the folder cannot be read"));
      return List.of();
    }
  }

  private static void read(
      Path file, Surroundings around, List<Flow> flows, List<FlowProblem> problems) {
    String name = String.valueOf(file.getFileName());
    try {
      switch (FlowFile.read(name, Files.readString(file), around)) {
        case FlowLoad.Loaded(Flow flow) -> add(name, flow, flows, problems);
        case FlowLoad.Rejected(List<FlowProblem> found) -> problems.addAll(found);
      }
    } catch (IOException e) {
      problems.add(new FlowProblem(name, 1, "the file cannot be read, or is not in UTF-8"));
    }
  }

  private static void add(String name, Flow flow, List<Flow> flows, List<FlowProblem> problems) {
    if (flows.stream().anyMatch(other -> other.line().equals(flow.line()))) {
      problems.add(
          new FlowProblem(name, 1, "another file is for the line " + flow.line() + ", too"));
    } else {
      flows.add(flow);
    }
  }
}
