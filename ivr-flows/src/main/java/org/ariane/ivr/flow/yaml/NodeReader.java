package org.ariane.ivr.flow.yaml;

import java.util.Optional;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.Node;
import org.ariane.ivr.flow.NodeId;
import org.ariane.ivr.flow.Patience;

/// Reads one node of a flow.
final class NodeReader {
  private final Problems problems;

  NodeReader(Problems problems) {
    this.problems = problems;
  }

  Optional<Node> read(NodeId id, Fields fields) {
    String type = fields.text("type");
    Optional<Node> node =
        switch (type) {
          case "language" -> Optional.of(language(id, fields));
          case "menu" -> Optional.of(menu(id, fields));
          case "postcode" -> Optional.of(postcode(id, fields));
          case "alarm" -> Optional.of(alarm(id, fields));
          case "queue" -> Optional.of(queue(id, fields));
          default -> {
            problems.at(
                fields.node(),
                "unknown type '" + type + "'; known are language, menu, postcode, alarm, queue");
            yield Optional.empty();
          }
        };
    if (node.isPresent()) {
      fields.nothingElse();
    }
    return node;
  }

  private Node language(NodeId id, Fields fields) {
    return new Node.ChooseLanguage(
        id,
        fields.prompts("say"),
        fields.keys("keys", value -> languageTag(fields, value)),
        patience(fields),
        fields.target("then"),
        fields.target("silence"),
        fields.target("wrong"));
  }

  private Optional<Language> languageTag(Fields fields, org.snakeyaml.engine.v2.nodes.Node value) {
    String tag = fields.scalar(value);
    Optional<Language> language = Language.parse(tag);
    if (language.isEmpty()) {
      problems.at(value, "'" + tag + "' is no language tag");
    }
    return language;
  }

  private Node menu(NodeId id, Fields fields) {
    return new Node.Menu(
        id,
        fields.prompts("say"),
        fields.keys("keys", value -> Optional.of(fields.nodeId(value))),
        patience(fields),
        fields.target("silence"),
        fields.target("wrong"));
  }

  private Node postcode(NodeId id, Fields fields) {
    return new Node.AskPostcode(
        id,
        fields.prompts("say"),
        fields.prompts("again"),
        patience(fields),
        fields.target("then"),
        fields.target("none"));
  }

  private static Node alarm(NodeId id, Fields fields) {
    return new Node.RaiseAlarm(
        id,
        fields.target("stored"),
        fields.target("no-place"),
        fields.target("uncovered"),
        fields.target("failed"));
  }

  private static Node queue(NodeId id, Fields fields) {
    return new Node.Queue(
        id,
        fields.flag("silent"),
        fields.prompts("say"),
        fields.prompts("next"),
        fields.prompts("waiting"),
        fields.seconds("every", 10, 120),
        fields.keys("keys", value -> Optional.of(fields.nodeId(value))));
  }

  private static Patience patience(Fields fields) {
    return new Patience(fields.seconds("wait", 1, 30), fields.number("attempts", 1, 5));
  }
}
