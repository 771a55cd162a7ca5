package org.ariane.router.amendment;

import java.util.ArrayList;
import java.util.List;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.service.ServiceKind;
import org.ariane.directory.yaml.Written.Keys;

/// What is asked of an entry from the browser beyond what the folder's reader asks.
final class EntryRules {
  private static final List<String> PLACE = List.of("site", "address");

  private EntryRules() {}

  static List<Fault> faults(ServiceId service, Keys entry) {
    List<Fault> faults = new ArrayList<>();
    if (!entry.text("id").filter(service.value()::equals).isPresent()) {
      faults.add(new Fault("/id", "the id of a service never changes"));
    }
    if (hidden(entry)) {
      PLACE.stream()
          .filter(entry.values()::containsKey)
          .forEach(key ->
              faults.add(
                  new Fault("/" + key, "a protected place is not written down: leave it empty")));
    }
    return faults;
  }

  /// Whether nobody may learn where it is: said, or a shelter of which the contrary is not said.
  static boolean hidden(Keys entry) {
    return entry
        .text("protected")
        .map("true"::equals)
        .orElse(entry.text("kind").filter(ServiceKind.SHELTER.wireName()::equals).isPresent());
  }

  /// Without what may not be kept of it.
  static Keys kept(Keys entry) {
    return hidden(entry) ? entry.without(PLACE.toArray(String[]::new)) : entry;
  }
}
