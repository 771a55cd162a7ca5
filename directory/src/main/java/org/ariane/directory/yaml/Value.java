package org.ariane.directory.yaml;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ariane.directory.service.ServiceId;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A value of a file and its place there. Whatever is read from it either is there and right, or is
/// empty and reported. Anchors and aliases are refused: a reader of the file should see what each
/// entry says, and a file cannot unfold into more than it holds.
record Value(String file, Node node, Problems problems) {
  private static final int LONGEST_TEXT = 2_000;

  int line() {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  void refuse(String reason) {
    problems.add(file, line(), reason);
  }

  /// It is wrong because of a service that is said elsewhere.
  void refuse(String reason, ServiceId about) {
    problems.add(new DirectoryProblem(file, line(), reason, Optional.of(about)));
  }

  Value sibling(Node other) {
    return new Value(file, other, problems);
  }

  private boolean anchored() {
    if (node.getAnchor().isPresent()) {
      refuse("anchors and aliases are not read; write the value out");
      return true;
    }
    return false;
  }

  Optional<String> text() {
    return text(LONGEST_TEXT);
  }

  private Optional<String> text(int longest) {
    if (anchored()) {
      return Optional.empty();
    }
    if (!(node instanceof ScalarNode scalar)) {
      refuse("a single value is expected here");
      return Optional.empty();
    }
    String text = scalar.getValue().strip();
    if (text.isEmpty() || scalar.getTag().equals(Tag.NULL)) {
      refuse("the value is empty");
      return Optional.empty();
    }
    if (text.length() > longest) {
      refuse("the value is longer than " + longest + " characters");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /// The text read by a constructor or parser that explains itself by IllegalArgumentException.
  <T> Optional<T> as(Function<String, T> parser) {
    return as(LONGEST_TEXT, parser);
  }

  /// As [#as(Function)] for a text that may be longer, or must be shorter, than others.
  <T> Optional<T> as(int longest, Function<String, T> parser) {
    return text(longest)
        .flatMap(text -> {
          try {
            return Optional.of(parser.apply(text));
          } catch (IllegalArgumentException e) {
            refuse(String.valueOf(e.getMessage()));
            return Optional.empty();
          }
        });
  }

  Optional<Boolean> asBoolean() {
    return as(text ->
        switch (text) {
          case "true" -> true;
          case "false" -> false;
          default -> throw new IllegalArgumentException("true or false is expected here");
        });
  }

  Optional<Double> asNumber() {
    return as(text -> {
      double number;
      try {
        number = Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("a number is expected here", e);
      }
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("a number is expected here");
      }
      return number;
    });
  }

  Optional<Integer> asWhole() {
    return as(text -> {
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("a whole number is expected here", e);
      }
    });
  }

  List<Value> items() {
    if (anchored()) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      refuse("a list is expected here");
      return List.of();
    }
    return sequence.getValue().stream().map(this::sibling).toList();
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  Optional<Fields> fields(String... known) {
    if (anchored()) {
      return Optional.empty();
    }
    if (!(node instanceof MappingNode mapping)) {
      refuse("keys with values are expected here");
      return Optional.empty();
    }
    return Optional.of(Fields.of(this, mapping, known));
  }
}
