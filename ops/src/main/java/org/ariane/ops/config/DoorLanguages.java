package org.ariane.ops.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.Flow;
import org.ariane.ivr.flow.Flows;
import org.ariane.ivr.flow.Surroundings;
import org.ariane.ivr.flow.yaml.FlowFolder;
import org.ariane.ivr.flow.yaml.ShippedFlows;
import org.ariane.ivr.prompt.PromptCatalogue;

/// In which languages each line speaks to callers for whom there is no room: those that its flow
/// offers first. Read when the switch is prepared.
final class DoorLanguages {
  private DoorLanguages() {}

  static Map<PhoneNumber, List<Language>> of(Deployment deployment) {
    PromptCatalogue prompts = ShippedFlows.prompts();
    Surroundings around = Surroundings.in(deployment.directory(), prompts, true);
    Flows flows =
        deployment
            .configuration()
            .flows()
            .map(folder -> FlowFolder.read(folder, ShippedFlows.STANDARD, around))
            .flatMap(load ->
                load instanceof FlowFolder.Load.Loaded(Flows own)
                    ? Optional.of(own)
                    : Optional.empty())
            .orElseGet(() -> ShippedFlows.flows(Surroundings.anyService(prompts, true)));
    Map<PhoneNumber, List<Language>> languages = new LinkedHashMap<>();
    deployment
        .directory()
        .lines()
        .forEach(line ->
            languages.put(
                line.number(),
                Stream.of(flows.of(line.id()).flow())
                    .map(Flow::languages)
                    .flatMap(List::stream)
                    .filter(prompts.languages()::contains)
                    .toList()));
    return languages;
  }
}
