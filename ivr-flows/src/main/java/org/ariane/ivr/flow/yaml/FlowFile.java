package org.ariane.ivr.flow.yaml;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.LineId;
import org.ariane.ivr.flow.Flow;
import org.ariane.ivr.flow.FlowCheck;
import org.ariane.ivr.flow.FlowFault;
import org.ariane.ivr.flow.FlowRef;
import org.ariane.ivr.flow.Node;
import org.ariane.ivr.flow.NodeId;
import org.ariane.ivr.flow.Surroundings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads one flow from the text of a YAML file and checks it against what it relies on.
public final class FlowFile {
  private static final int LARGEST = 1_000_000;

  private final Problems problems;
  private final Map<NodeId, Node> nodes = new LinkedHashMap<>();
  private final Map<NodeId, Integer> lines = new LinkedHashMap<>();
  private final Map<NodeId, Fields> written = new LinkedHashMap<>();
  private final String version;

  private FlowFile(String file, String text) {
    this.problems = new Problems(file);
    this.version = version(text);
  }

  /// Reads and checks one flow.
  ///
  /// @param file how problems name it
  public static FlowLoad read(String file, String text, Surroundings around) {
    FlowFile reading = new FlowFile(file, text);
    Optional<Flow> flow = reading.flow(text, around);
    return flow.isPresent() && reading.problems.none()
        ? new FlowLoad.Loaded(flow.get())
        : new FlowLoad.Rejected(reading.problems.inOrder());
  }

  private Optional<Flow> flow(String text, Surroundings around) {
    if (text.length() > LARGEST) {
      problems.at(1, "a flow has at most " + LARGEST + " characters");
      return Optional.empty();
    }
    try {
      var root = new Compose(LoadSettings.builder().build()).composeString(text);
      if (root.isEmpty()) {
        problems.at(1, "the file is empty");
        return Optional.empty();
      }
      return read(new Fields(root.get(), problems), around);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      problems.at(line, "not YAML: " + Optional.ofNullable(e.getProblem()).orElse("unreadable"));
    } catch (YamlEngineException e) {
      problems.at(1, "not YAML");
    }
    return Optional.empty();
  }

  private Optional<Flow> read(Fields file, Surroundings around) {
    Optional<LineId> line = line(file);
    Optional<Language> language = language(file, around);
    NodeId start = file.target("start");
    NodeId human = file.target("human");
    file.needed("nodes").ifPresent(table -> nodes(new Fields(table, problems)));
    file.nothingElse();
    if (!problems.none()) {
      return Optional.empty();
    }
    note(FlowCheck.wiring(start, human, nodes), file);
    if (problems.none()) {
      note(FlowCheck.against(nodes, around), file);
    }
    return problems.none() && line.isPresent()
        ? Optional.of(new Flow(new FlowRef(line.get(), version), language, start, human, nodes))
        : Optional.empty();
  }

  /// The first eight hexadecimal digits of SHA-256.
  private static String version(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private Optional<Language> language(Fields file, Surroundings around) {
    return file.value("language")
        .flatMap(value -> {
          Optional<Language> language =
              Language.parse(file.scalar(value)).filter(around.prompts().languages()::contains);
          if (language.isEmpty()) {
            problems.at(value, "'language' must be one in which everything can be said");
          }
          return language;
        });
  }

  private Optional<LineId> line(Fields file) {
    String id = file.text("line");
    try {
      return Optional.of(new LineId(id));
    } catch (IllegalArgumentException e) {
      file.value("line").ifPresent(node -> problems.at(node, "'" + id + "' is no id of a line"));
      return Optional.empty();
    }
  }

  private void nodes(Fields table) {
    NodeReader reader = new NodeReader(problems);
    table
        .all()
        .forEach((name, value) -> {
          if (!NodeId.isValid(name)) {
            problems.at(table.lineOf(name), "'" + name + "' is no name of a node");
            return;
          }
          NodeId id = new NodeId(name);
          lines.put(id, table.lineOf(name));
          Fields fields = new Fields(value, problems);
          written.put(id, fields);
          reader.read(id, fields).ifPresent(node -> nodes.put(id, node));
        });
  }

  private void note(List<FlowFault> faults, Fields file) {
    for (FlowFault fault : faults) {
      fault
          .node()
          .ifPresentOrElse(
              node -> problems.at(line(node, fault), "node '" + node + "': " + fault.reason()),
              () -> problems.at(file.lineOf(fault.word()), fault.reason()));
    }
  }

  private int line(NodeId node, FlowFault fault) {
    return Optional.ofNullable(written.get(node))
        .flatMap(fields -> fields.lineOf(fault.about(), fault.word()))
        .orElseGet(() -> lines.getOrDefault(node, 1));
  }
}
