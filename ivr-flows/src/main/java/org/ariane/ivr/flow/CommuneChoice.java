package org.ariane.ivr.flow;

import java.util.Optional;
import org.ariane.directory.place.Postcode;
import org.ariane.ivr.prompt.PromptKey;

/// One commune that is read out to her.
///
/// @param spoken the prompt of its name; empty where it is told by its postcode
public record CommuneChoice(Postcode postcode, Optional<PromptKey> spoken) {}
