package org.ariane.ops;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.Directory;
import org.ariane.directory.service.Language;
import org.ariane.directory.yaml.DirectoryFiles;
import org.ariane.directory.yaml.DirectoryLoad;
import org.ariane.ivr.flow.Flow;
import org.ariane.ivr.flow.Surroundings;
import org.ariane.ivr.flow.yaml.FlowFile;
import org.ariane.ivr.flow.yaml.FlowLoad;
import org.ariane.ivr.flow.yaml.FlowProblem;
import org.ariane.ivr.flow.yaml.ShippedFlows;
import org.ariane.ops.flow.FlowDrawing;
import org.ariane.ops.flow.FlowPlayer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/// Flows without a telephone: check, draw and play them. Needs no server and changes nothing.
@Command(
    name = "flow",
    mixinStandardHelpOptions = true,
    description = "check, draw and play what callers hear")
final class FlowCommand {
  private static final int WRONG = 1;

  @Option(
      names = "--directory",
      scope = ScopeType.INHERIT,
      description = "folder of the directory, whose services a flow may ring")
  private @Nullable Path directory;

  @Option(
      names = "--language",
      defaultValue = "en",
      scope = ScopeType.INHERIT,
      description = "of the texts that are shown: fr, nl, de, en, ar")
  private String language = "en";

  @Command(name = "check", description = "say what is wrong, as file:line: reason")
  int check(
      @Parameters(arity = "0..*", description = "files; none means those shipped")
          @Nullable List<Path> files)
      throws IOException {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    Surroundings around = surroundings();
    for (String name :
        files == null ? ShippedFlows.NAMES : files.stream().map(Path::toString).toList()) {
      count++;
      if (load(name, around) instanceof FlowLoad.Rejected(List<FlowProblem> problems)) {
        problems.forEach(problem -> wrong.add(problem.toString()));
      }
    }
    wrong.forEach(System.out::println);
    System.out.println(
        wrong.isEmpty()
            ? "OK " + count + " flows"
            : wrong.size() + " problems in " + count + " flows");
    return wrong.isEmpty() ? 0 : WRONG;
  }

  @Command(name = "draw", description = "show every node and every way on")
  int draw(
      @Parameters(description = "a file, or the name of a shipped flow, as 3919") String name,
      @Option(names = "--mermaid", description = "as a Mermaid flowchart") boolean mermaid)
      throws IOException {
    Optional<Flow> flow = sound(name);
    flow.map(found ->
            new FlowDrawing(
                found, ShippedFlows.prompts(), Language.parse(language).orElse(Language.EN)))
        .ifPresent(
            drawing -> (mermaid ? drawing.mermaid() : drawing.text()).forEach(System.out::println));
    return flow.isPresent() ? 0 : WRONG;
  }

  @Command(name = "play", description = "hear, as text, what a caller hears; nobody is called")
  int play(@Parameters(description = "a file, or the name of a shipped flow, as 3919") String name)
      throws IOException {
    Optional<Flow> flow = sound(name);
    if (flow.isEmpty()) {
      return WRONG;
    }
    BufferedReader keys =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    new FlowPlayer(
            flow.get(),
            ShippedFlows.prompts(),
            directory().map(Directory::communes).orElse(List.of()),
            keys,
            System.out)
        .play();
    return 0;
  }

  private Optional<Flow> sound(String name) throws IOException {
    return switch (load(name, surroundings())) {
      case FlowLoad.Loaded(Flow flow) -> Optional.of(flow);
      case FlowLoad.Rejected(List<FlowProblem> problems) -> {
        problems.forEach(System.err::println);
        yield Optional.empty();
      }
    };
  }

  private static FlowLoad load(String name, Surroundings around) throws IOException {
    Path file = Path.of(name);
    if (Files.isRegularFile(file)) {
      return FlowFile.read(file.toString(), Files.readString(file), around);
    }
    return ShippedFlows.NAMES.contains(name)
        ? FlowFile.read(name + ".yaml", ShippedFlows.text(name), around)
        : new FlowLoad.Rejected(
            List.of(
                new FlowProblem(
                    name, 1, "no such file, and no shipped flow: " + ShippedFlows.NAMES)));
  }

  /// Call-backs may be asked for: whether the server offers them is checked where it runs.
  private Surroundings surroundings() {
    return directory()
        .map(known -> Surroundings.in(known, ShippedFlows.prompts(), true))
        .orElseGet(() -> Surroundings.anyService(ShippedFlows.prompts(), true));
  }

  private Optional<Directory> directory() {
    return Optional.ofNullable(directory)
        .flatMap(folder ->
            switch (DirectoryFiles.load(folder)) {
              case DirectoryLoad.Loaded(Directory loaded) -> Optional.of(loaded);
              case DirectoryLoad.Rejected(var problems) -> {
                problems.forEach(System.err::println);
                yield Optional.empty();
              }
            });
  }
}
