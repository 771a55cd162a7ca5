package org.ariane.ivr.asterisk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.AlarmProgress;
import org.ariane.ivr.flow.CommuneChoice;
import org.ariane.ivr.flow.FlowState;
import org.ariane.ivr.flow.NodeId;
import org.ariane.ivr.prompt.PromptKey;
import org.ariane.router.contact.ForWhom;
import org.ariane.router.contact.Told;

/// The state of a flow as named fields of a [CallState]; absent ones are left out.
final class FlowFields {
  /// Before the name of a question that was answered by keys.
  private static final String ANSWER = "said.";

  private FlowFields() {}

  static void write(FlowState flow, Map<String, String> fields) {
    fields.put("node", flow.node().value());
    fields.put("attempt", Integer.toString(flow.attempt()));
    flow.language().ifPresent(language -> fields.put("language", language.tag()));
    flow.postcode().ifPresent(postcode -> fields.put("postcode", postcode.digits()));
    flag(fields, "silent", flow.silent());
    fields.put("alarm", flow.alarm().name());
    flow.told().forWhom().ifPresent(whom -> fields.put("for", whom.wireName()));
    flow.told().safeNow().ifPresent(safe -> fields.put("safe", safe ? "1" : "0"));
    flow.told().answers().forEach((name, keys) -> fields.put(ANSWER + name, keys));
    if (!flow.choices().isEmpty()) {
      fields.put(
          "choices",
          flow.choices().stream().map(FlowFields::choice).collect(Collectors.joining("&")));
    }
  }

  private static String choice(CommuneChoice choice) {
    return choice.postcode().digits() + choice.spoken().map(name -> ":" + name).orElse("");
  }

  static void flag(Map<String, String> fields, String name, boolean set) {
    if (set) {
      fields.put(name, "1");
    }
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IllegalArgumentException where a field is misshapen
  static FlowState read(Map<String, String> fields) {
    return new FlowState(
        new NodeId(fields.getOrDefault("node", "")),
        Integer.parseInt(fields.getOrDefault("attempt", "1")),
        Language.parse(fields.getOrDefault("language", "")),
        Postcode.parse(fields.getOrDefault("postcode", "")),
        fields.containsKey("silent"),
        AlarmProgress.valueOf(fields.getOrDefault("alarm", AlarmProgress.NONE.name())),
        told(fields),
        choices(fields.getOrDefault("choices", "")));
  }

  private static Told told(Map<String, String> fields) {
    Map<String, String> answers = new LinkedHashMap<>();
    fields.forEach((name, keys) -> {
      if (name.startsWith(ANSWER)) {
        answers.put(name.substring(ANSWER.length()), keys);
      }
    });
    return new Told(
        ForWhom.parse(fields.getOrDefault("for", "")),
        Optional.ofNullable(fields.get("safe")).map("1"::equals),
        answers);
  }

  private static List<CommuneChoice> choices(String text) {
    List<CommuneChoice> choices = new ArrayList<>();
    for (String choice : text.split("&", -1)) {
      String[] parts = choice.split(":", 2);
      Optional<PromptKey> spoken =
          parts.length == 2 ? Optional.of(new PromptKey(parts[1])) : Optional.empty();
      Postcode.parse(parts[0])
          .ifPresent(postcode -> choices.add(new CommuneChoice(postcode, spoken)));
    }
    return choices;
  }
}
