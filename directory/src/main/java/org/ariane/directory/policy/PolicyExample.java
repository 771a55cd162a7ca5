package org.ariane.directory.policy;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.Postcode;

/// What those who wrote the policies expect for one made-up contact. Policies whose examples come
/// out otherwise are not taken.
///
/// @param postcode the place that she gave
/// @param situation without zones: they follow from the postcode
/// @param steps in the words of `POST /v1/route`: `offer desk`, `ring fr-3919`, `announce caller`,
///   `ring fallback`
/// @param file where it is written
/// @param lineInFile counted from 1
public record PolicyExample(
    String name,
    Situation situation,
    Optional<Postcode> postcode,
    List<String> steps,
    String file,
    int lineInFile) {
  public PolicyExample {
    steps = List.copyOf(steps);
  }
}
