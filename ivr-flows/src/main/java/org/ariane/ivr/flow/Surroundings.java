package org.ariane.ivr.flow;

import java.util.function.Predicate;
import org.ariane.directory.Directory;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;
import org.ariane.ivr.prompt.PromptCatalogue;

/// What a flow may rely on where it runs.
///
/// @param services whether the directory has a service with a telephone of this id
/// @param callBacks whether this server can call back
public record Surroundings(
    PromptCatalogue prompts, Predicate<ServiceId> services, boolean callBacks) {
  /// Those of a server with this directory.
  public static Surroundings in(Directory directory, PromptCatalogue prompts, boolean callBacks) {
    return new Surroundings(
        prompts,
        service ->
            directory
                .service(service)
                .filter(found ->
                    found.channels().stream().anyMatch(ServiceChannel.Phone.class::isInstance))
                .isPresent(),
        callBacks);
  }

  /// Any service may be named: what is missing when a call gets there leads on as unanswered.
  public static Surroundings anyService(PromptCatalogue prompts, boolean callBacks) {
    return new Surroundings(prompts, service -> true, callBacks);
  }
}
