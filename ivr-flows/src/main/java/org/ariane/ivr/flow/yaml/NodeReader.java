package org.ariane.ivr.flow.yaml;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.service.ServiceKind;
import org.ariane.ivr.flow.Node;
import org.ariane.ivr.flow.NodeId;
import org.ariane.ivr.flow.Patience;
import org.ariane.ivr.flow.Question;
import org.ariane.ivr.flow.Target;
import org.ariane.ivr.prompt.PromptKey;
import org.ariane.router.contact.ForWhom;

/// Reads one node of a flow.
final class NodeReader {
  private static final String TYPES =
      "say, menu, gather, language, for-whom, place, danger, queue, transfer, alarm, callback,"
          + " hang-up";

  private final Problems problems;

  NodeReader(Problems problems) {
    this.problems = problems;
  }

  Optional<Node> read(NodeId id, Fields fields) {
    int before = problems.count();
    String type = fields.text("type");
    Optional<Node> node =
        switch (type) {
          case "say" -> Optional.of(new Node.Say(id, fields.prompts("say"), fields.target("then")));
          case "menu" ->
              Optional.of(
                  new Node.Menu(
                      id, question(fields), targets(fields, "keys"), fields.flag("note")));
          case "gather" -> gather(id, fields);
          case "language" -> Optional.of(language(id, fields));
          case "for-whom" -> Optional.of(forWhom(id, fields));
          case "place" -> Optional.of(place(id, fields));
          case "danger" -> danger(id, fields);
          case "queue" -> queue(id, fields);
          case "transfer" -> transfer(id, fields);
          case "alarm" -> Optional.of(alarm(id, fields));
          case "callback" ->
              Optional.of(new Node.CallBack(id, fields.target("agreed"), fields.target("refused")));
          case "hang-up" -> hangUp(id, fields);
          default -> {
            problems.at(
                fields.value("type").orElse(fields.node()),
                "unknown type '" + type + "'; known are " + TYPES);
            yield Optional.empty();
          }
        };
    if (node.isPresent() || before == problems.count()) {
      fields.nothingElse();
    }
    return node;
  }

  private static Question question(Fields fields) {
    return new Question(
        fields.prompts("say"),
        again(fields),
        patience(fields),
        fields.target("silence"),
        fields.target("wrong"));
  }

  private static List<PromptKey> again(Fields fields) {
    return fields.value("again").isPresent() ? fields.prompts("again") : fields.prompts("say");
  }

  private static Patience patience(Fields fields) {
    return new Patience(fields.seconds("wait", 1, 30), fields.number("attempts", 1, 5));
  }

  private static Map<Character, NodeId> targets(Fields fields, String name) {
    return fields.keys(name, value -> Optional.of(fields.nodeId(value)));
  }

  private Optional<Node> gather(NodeId id, Fields fields) {
    int least = fields.number("least", 1, 20);
    int most = fields.number("most", 1, 20);
    Question question = question(fields);
    NodeId then = fields.target("then");
    if (most < least) {
      problems.at(fields.lineOf("most"), "'most' must not be less than 'least'");
      return Optional.empty();
    }
    return Optional.of(new Node.Gather(id, question, least, most, then));
  }

  private Node language(NodeId id, Fields fields) {
    boolean more = fields.value("more").isPresent();
    return new Node.ChooseLanguage(
        id,
        question(fields),
        fields.keys("keys", value -> parsed(fields, value, Language::parse, "language tag")),
        more ? targets(fields, "more") : Map.of(),
        more ? fields.prompts("more-say") : List.of(),
        fields.target("then"));
  }

  private Node forWhom(NodeId id, Fields fields) {
    Map<Character, ForWhom> keys =
        fields.keys("keys", value -> parsed(fields, value, ForWhom::parse, "answer"));
    Map<ForWhom, NodeId> ways = new EnumMap<>(ForWhom.class);
    for (ForWhom whom : ForWhom.values()) {
      if (keys.containsValue(whom)) {
        ways.put(whom, fields.target(whom.wireName()));
      }
    }
    return new Node.AskForWhom(id, question(fields), keys, ways);
  }

  private static Node place(NodeId id, Fields fields) {
    NodeId none = fields.target("none");
    Question question =
        new Question(fields.prompts("say"), again(fields), patience(fields), none, none);
    return new Node.AskPlace(id, question, fields.flag("letters"), fields.target("then"));
  }

  private Optional<Node> danger(NodeId id, Fields fields) {
    Map<Character, Boolean> keys =
        fields.keys(
            "keys",
            value ->
                switch (fields.scalar(value)) {
                  case "danger" -> Optional.of(true);
                  case "safe" -> Optional.of(false);
                  default -> {
                    problems.at(value, "a key here means danger or safe");
                    yield Optional.empty();
                  }
                });
    Question question = question(fields);
    NodeId danger = fields.target("danger");
    NodeId safe = fields.target("safe");
    Map<Boolean, Character> byMeaning = new LinkedHashMap<>();
    keys.forEach((key, meaning) -> byMeaning.put(meaning, key));
    Character dangerKey = byMeaning.get(true);
    Character safeKey = byMeaning.get(false);
    if (keys.size() != 2 || dangerKey == null || safeKey == null) {
      problems.at(fields.lineOf("keys"), "one key means danger and one safe");
      return Optional.empty();
    }
    return Optional.of(new Node.AskDanger(id, question, dangerKey, safeKey, danger, safe));
  }

  private Optional<Node> transfer(NodeId id, Fields fields) {
    List<Target> targets = new ArrayList<>();
    fields
        .value("service")
        .flatMap(value -> parsed(fields, value, NodeReader::service, "id of a service"))
        .ifPresent(service -> targets.add(new Target.OfService(service)));
    fields
        .value("kind")
        .flatMap(value -> parsed(fields, value, ServiceKind::parse, "kind of service"))
        .ifPresent(kind -> targets.add(new Target.OfKind(kind)));
    List<PromptKey> say = fields.prompts("say");
    var within = fields.seconds("within", 10, 60);
    NodeId failed = fields.target("failed");
    if (fields.value("service").isPresent() == fields.value("kind").isPresent()) {
      problems.at(fields.node(), "a transfer names one 'service' or one 'kind'");
    }
    if (targets.size() != 1) {
      return Optional.empty();
    }
    return Optional.of(new Node.Transfer(id, say, targets.getFirst(), within, failed));
  }

  private static Optional<ServiceId> service(String text) {
    try {
      return Optional.of(new ServiceId(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private <T> Optional<T> parsed(
      Fields fields,
      org.snakeyaml.engine.v2.nodes.Node value,
      java.util.function.Function<String, Optional<T>> parser,
      String what) {
    String text = fields.scalar(value);
    Optional<T> parsed = parser.apply(text);
    if (parsed.isEmpty()) {
      problems.at(value, "'" + text + "' is no " + what);
    }
    return parsed;
  }

  private static Node alarm(NodeId id, Fields fields) {
    return new Node.RaiseAlarm(
        id,
        fields.target("stored"),
        fields.target("no-place"),
        fields.target("uncovered"),
        fields.target("failed"));
  }

  private Optional<Node> queue(NodeId id, Fields fields) {
    Node.Queue queue =
        new Node.Queue(
            id,
            fields.flag("silent"),
            fields.prompts("say"),
            fields.prompts("next"),
            fields.prompts("waiting"),
            fields.seconds("every", 10, 120),
            fields.value("keys").isPresent() ? targets(fields, "keys") : Map.of(),
            fields.value("longer").isPresent() ? fields.prompts("longer") : List.of(),
            fields.value("later").isPresent() ? targets(fields, "later") : Map.of());
    if (queue.longer().isEmpty() != queue.later().isEmpty()) {
      problems.at(fields.lineOf("longer"), "'longer' and 'later' go together");
    }
    queue.later().keySet().stream()
        .filter(queue.keys()::containsKey)
        .forEach(key ->
            problems.at(fields.lineOf("later"), "key " + key + " stands in 'keys' and in 'later'"));
    return Optional.of(queue);
  }

  private static Optional<Node> hangUp(NodeId id, Fields fields) {
    List<PromptKey> say = fields.prompts("say");
    return say.isEmpty() ? Optional.empty() : Optional.of(new Node.HangUp(id, say));
  }
}
