package org.ariane.directory.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;

/// The same service twice: by the id of its source, or under one name at one number. The first one
/// stays.
public final class Duplicates {
  private Duplicates() {}

  /// The services without those that are there twice.
  ///
  /// @param known services that the directory has from elsewhere
  public static List<ImportedService> leftOut(
      List<ImportedService> services, List<Service> known, Findings findings) {
    Map<ServiceId, String> ids = new HashMap<>();
    Map<String, String> numbers = new HashMap<>();
    for (Service service : known) {
      reachedBy(service).forEach(key -> numbers.putIfAbsent(key, "service " + service.id()));
    }
    List<ImportedService> kept = new ArrayList<>();
    for (ImportedService each : services) {
      Service service = each.service();
      String here = each.place().toString();
      Optional<String> same =
          Optional.ofNullable(ids.get(service.id()))
              .map(at -> "the same id is at " + at)
              .or(() ->
                  reachedBy(service).stream()
                      .filter(numbers::containsKey)
                      .findFirst()
                      .map(key -> "the same name and number: " + numbers.get(key)));
      if (same.isPresent()) {
        findings.add(Finding.Severity.LEFT_OUT, each.place(), "", same.get());
        continue;
      }
      ids.put(service.id(), here);
      reachedBy(service).forEach(key -> numbers.putIfAbsent(key, here));
      kept.add(each);
    }
    return List.copyOf(kept);
  }

  private static List<String> reachedBy(Service service) {
    String name = service.name().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ");
    return service.channels().stream()
        .filter(ServiceChannel.Phone.class::isInstance)
        .map(ServiceChannel.Phone.class::cast)
        .map(phone -> name.strip() + "\n" + phone.number().dialled())
        .toList();
  }
}
