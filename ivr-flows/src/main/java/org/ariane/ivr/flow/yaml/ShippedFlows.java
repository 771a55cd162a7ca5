package org.ariane.ivr.flow.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.LineId;
import org.ariane.ivr.flow.Flow;
import org.ariane.ivr.flow.Flows;
import org.ariane.ivr.flow.Surroundings;
import org.ariane.ivr.prompt.PromptCatalogue;
import org.ariane.ivr.prompt.PromptKey;

/// The flows and prompts that come with the program.
public final class ShippedFlows {
  /// Whose flow serves a line without one of its own.
  public static final LineId STANDARD = new LineId("3919");

  /// By the names of their files.
  public static final List<String> NAMES =
      List.of("3919", "1712", "0800-30-030", "professionals", "perpetrators");

  /// In the order in which they are offered to somebody who has chosen none.
  private static final List<Language> LANGUAGES =
      List.of(Language.FR, Language.NL, Language.DE, Language.EN, Language.AR);

  /// Those with a few sentences only.
  private static final List<Language> OTHERS =
      Stream.of("es", "pt", "it", "tr", "ru", "uk", "pl", "ro", "fa").map(Language::new).toList();

  private ShippedFlows() {}

  public static PromptCatalogue prompts() {
    return new PromptCatalogue(texts(LANGUAGES), texts(OTHERS));
  }

  private static Map<Language, Map<PromptKey, String>> texts(List<Language> languages) {
    Map<Language, Map<PromptKey, String>> texts = new LinkedHashMap<>();
    for (Language language : languages) {
      texts.put(
          language, PromptCatalogue.parse(resource("/prompts/" + language.tag() + ".properties")));
    }
    return texts;
  }

  /// The text of a flow, as `3919`.
  public static String text(String name) {
    return resource("/flows/" + name + ".yaml");
  }

  /// All of them, read and checked.
  ///
  /// @throws IllegalStateException with all problems, where one is not sound
  public static Flows flows(Surroundings around) {
    return Flows.of(STANDARD, NAMES.stream().map(name -> flow(name, around)).toList());
  }

  /// What is wrong with them where they run; none of it stops them, since a call that cannot be
  /// handed on goes to a human.
  public static List<FlowProblem> problems(Surroundings around) {
    return NAMES.stream()
        .map(name -> FlowFile.read(name + ".yaml", text(name), around))
        .flatMap(load ->
            switch (load) {
              case FlowLoad.Loaded _ -> Stream.empty();
              case FlowLoad.Rejected(List<FlowProblem> problems) -> problems.stream();
            })
        .toList();
  }

  /// A flow, read and checked against the shipped prompts; it may name any service.
  ///
  /// @throws IllegalStateException with all problems, where it is not sound
  public static Flow flow(String name) {
    return flow(name, Surroundings.anyService(prompts(), true));
  }

  private static Flow flow(String name, Surroundings around) {
    return switch (FlowFile.read(name + ".yaml", text(name), around)) {
      case FlowLoad.Loaded(Flow flow) -> flow;
      case FlowLoad.Rejected(List<FlowProblem> problems) ->
          throw new IllegalStateException(problems.toString());
    };
  }

  private static String resource(String name) {
    try (var in = ShippedFlows.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
