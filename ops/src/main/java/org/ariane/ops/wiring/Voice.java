package org.ariane.ops.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.service.Language;
import org.ariane.ivr.asterisk.AsteriskSettings;
import org.ariane.ivr.asterisk.VoiceHealth;
import org.ariane.ivr.asterisk.VoiceModule;
import org.ariane.ivr.asterisk.VoiceParts;
import org.ariane.ivr.flow.Flow;
import org.ariane.ivr.flow.yaml.FlowFile;
import org.ariane.ivr.flow.yaml.FlowLoad;
import org.ariane.ivr.prompt.PromptCatalogue;
import org.ariane.ivr.prompt.PromptKey;
import org.ariane.ops.health.PartHealth;
import org.ariane.router.access.Roster;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.assignment.Switchboard;
import org.ariane.router.contact.ContactId;
import org.ariane.router.identity.Ulid;

/// Opens the telephone line and says how it is.
final class Voice {
  private static final List<Language> LANGUAGES =
      List.of(Language.FR, Language.NL, Language.DE, Language.EN, Language.AR);
  private static final String FLOW = "3919.yaml";

  private Voice() {}

  static VoiceModule open(
      Foundations on,
      AsteriskSettings settings,
      Switchboard switchboard,
      AlarmIntake alarms,
      DirectorySource directory,
      Roster roster)
      throws IOException {
    PromptCatalogue prompts = prompts();
    Ulid ulids = new Ulid(on.clock(), new SecureRandom());
    return VoiceModule.start(
        settings,
        new VoiceParts(
            flow(prompts),
            prompts,
            switchboard,
            alarms,
            directory,
            roster,
            () -> ContactId.mint(ulids),
            on.clock(),
            on.metrics(),
            on.virtualThreads()));
  }

  static PartHealth health(VoiceHealth health) {
    if (!health.agiListening()) {
      return PartHealth.down(
          "The dialplan cannot reach the server: callers are rescued without it");
    }
    return health.amiConnected()
        ? PartHealth.up("The switch asks, the server answers")
        : PartHealth.down(
            "The telephone switch cannot be reached: no operator's telephone rings for an offer,"
                + " callers are rescued by the dialplan");
  }

  private static PromptCatalogue prompts() throws IOException {
    Map<Language, Map<PromptKey, String>> texts = new LinkedHashMap<>();
    for (Language language : LANGUAGES) {
      texts.put(
          language, PromptCatalogue.parse(resource("/prompts/" + language.tag() + ".properties")));
    }
    return new PromptCatalogue(texts);
  }

  private static Flow flow(PromptCatalogue prompts) throws IOException {
    return switch (FlowFile.read(FLOW, resource("/flows/" + FLOW), prompts)) {
      case FlowLoad.Loaded(Flow flow) -> flow;
      case FlowLoad.Rejected(var problems) -> throw new IOException(problems.toString());
    };
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(Voice.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
