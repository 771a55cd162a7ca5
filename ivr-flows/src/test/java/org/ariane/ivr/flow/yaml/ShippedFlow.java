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

/// The flow and the prompts that are shipped, for tests.
public final class ShippedFlow {
  private ShippedFlow() {}

  public static PromptCatalogue prompts() {
    Map<Language, Map<PromptKey, String>> texts = new LinkedHashMap<>();
    for (String tag : List.of("fr", "nl", "de", "en", "ar")) {
      texts.put(
          new Language(tag), PromptCatalogue.parse(resource("/prompts/" + tag + ".properties")));
    }
    return new PromptCatalogue(texts);
  }

  public static String text() {
    return resource("/flows/3919.yaml");
  }

  public static Flow flow() {
    return switch (FlowFile.read("3919.yaml", text(), prompts())) {
      case FlowLoad.Loaded(Flow flow) -> flow;
      case FlowLoad.Rejected(List<FlowProblem> problems) ->
          throw new AssertionError(problems.toString());
    };
  }

  private static String resource(String name) {
    try (var in = ShippedFlow.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
