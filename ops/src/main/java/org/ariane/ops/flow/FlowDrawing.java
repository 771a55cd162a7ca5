package org.ariane.ops.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.Flow;
import org.ariane.ivr.flow.Node;
import org.ariane.ivr.flow.NodeId;
import org.ariane.ivr.prompt.PromptCatalogue;
import org.ariane.ivr.prompt.PromptKey;

/// Draws a flow: as text for a terminal, or as a Mermaid flowchart for a document.
public final class FlowDrawing {
  private static final int WIDEST = 100;

  private final Flow flow;
  private final PromptCatalogue prompts;
  private final Language language;

  /// @param language of the texts that are shown
  public FlowDrawing(Flow flow, PromptCatalogue prompts, Language language) {
    this.flow = flow;
    this.prompts = prompts;
    this.language = language;
  }

  /// Nodes in the order of the file, each with what it says and its ways on.
  public List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add("line %s, begins at %s".formatted(flow.line(), flow.start()));
    for (Node node : flow.nodes().values()) {
      lines.add("");
      lines.add(
          node.id()
              + "  ("
              + kind(node)
              + ")"
              + (node.id().equals(flow.human()) ? "  <- whoever got lost" : ""));
      said(node).forEach(prompt -> lines.add("    \"" + words(prompt) + "\""));
      Ways.of(node)
          .byCause()
          .forEach((cause, to) -> lines.add("    %-34s -> %s".formatted(cause, to)));
      end(node).ifPresent(words -> lines.add("    " + words));
    }
    return lines;
  }

  /// The same as a flowchart.
  public List<String> mermaid() {
    List<String> lines = new ArrayList<>();
    lines.add("flowchart TD");
    for (Node node : flow.nodes().values()) {
      lines.add("  %s[\"%s<br/><i>%s</i>\"]".formatted(name(node.id()), node.id(), kind(node)));
      Ways.of(node)
          .byCause()
          .forEach((cause, to) ->
              lines.add(
                  "  %s -->|\"%s\"| %s"
                      .formatted(name(node.id()), cause.replace("#", "#35;"), name(to))));
    }
    return lines;
  }

  private static String name(NodeId id) {
    return "n_" + id.value().replace('-', '_');
  }

  static String kind(Node node) {
    return switch (node) {
      case Node.Say _ -> "says";
      case Node.Menu _ -> "menu";
      case Node.Gather _ -> "digits";
      case Node.ChooseLanguage _ -> "language";
      case Node.AskForWhom _ -> "for whom";
      case Node.AskPlace _ -> "place";
      case Node.AskDanger _ -> "danger";
      case Node.RaiseAlarm _ -> "raises the alarm";
      case Node.Queue queue -> queue.silent() ? "waits for a human, silent" : "waits for a human";
      case Node.Transfer transfer -> "rings " + transfer.target();
      case Node.CallBack _ -> "asks for a call-back";
      case Node.HangUp _ -> "ends the call";
    };
  }

  private static List<PromptKey> said(Node node) {
    return switch (node) {
      case Node.Asking asking -> asking.question().say();
      case Node.Say say -> say.say();
      case Node.Queue queue ->
          Stream.concat(queue.say().stream(), queue.longer().stream()).toList();
      case Node.Transfer transfer -> transfer.say();
      case Node.HangUp end -> end.say();
      case Node.RaiseAlarm _, Node.CallBack _ -> List.of();
    };
  }

  private static Optional<String> end(Node node) {
    return switch (node) {
      case Node.Queue queue ->
          Optional.of("a human answers; said again every " + queue.every().toSeconds() + " s");
      case Node.HangUp _ -> Optional.of("the call ends");
      default -> Optional.empty();
    };
  }

  private String words(PromptKey prompt) {
    String text = prompts.text(language, prompt).orElse(prompt.value());
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
  }
}
