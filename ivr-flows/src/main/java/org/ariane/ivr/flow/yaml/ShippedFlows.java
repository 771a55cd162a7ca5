package org.ariane.ivr.flow.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.Flow;
import org.ariane.ivr.prompt.PromptCatalogue;
import org.ariane.ivr.prompt.PromptKey;

/// The flows and prompts that come with the program.
public final class ShippedFlows {
  /// In the order in which they are offered to somebody who has chosen none.
  private static final List<Language> LANGUAGES =
      List.of(Language.FR, Language.NL, Language.DE, Language.EN, Language.AR);

  private ShippedFlows() {}

  public static PromptCatalogue prompts() {
    Map<Language, Map<PromptKey, String>> texts = new LinkedHashMap<>();
    for (Language language : LANGUAGES) {
      texts.put(
          language, PromptCatalogue.parse(resource("/prompts/" + language.tag() + ".properties")));
    }
    return new PromptCatalogue(texts);
  }

  /// The text of a flow, as `3919`.
  public static String text(String name) {
    return resource("/flows/" + name + ".yaml");
  }

  /// A flow, read and checked against the shipped prompts.
  ///
  /// @throws IllegalStateException with all problems, where it is not sound
  public static Flow flow(String name) {
    return switch (FlowFile.read(name + ".yaml", text(name), prompts())) {
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
