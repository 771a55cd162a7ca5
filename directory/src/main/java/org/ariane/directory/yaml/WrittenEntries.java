package org.ariane.directory.yaml;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.yaml.Written.Keys;

/// Finds entries of services as the files of a folder have them.
final class WrittenEntries {
  private WrittenEntries() {}

  static Map<ServiceId, Keys> in(FolderFiles files, Set<ServiceId> wanted) {
    Map<ServiceId, Keys> found = new HashMap<>();
    files
        .texts()
        .forEach((name, text) -> {
          if (FolderFiles.isYaml(name)
              && wanted.stream().anyMatch(id -> text.contains(id.value()))) {
            in(name, text, wanted, found);
          }
        });
    return found;
  }

  private static void in(
      String name, String text, Set<ServiceId> wanted, Map<ServiceId, Keys> found) {
    YamlText.read(name, text, new Problems())
        .filter(Value::isMapping)
        .flatMap(Value::fields)
        .flatMap(fields -> fields.optional("services"))
        .filter(Value::isList)
        .ifPresent(list -> {
          for (Value item : list.items()) {
            Overlay.id(item)
                .filter(wanted::contains)
                .ifPresent(id -> {
                  if (Written.of(item.node()).orElse(null) instanceof Keys keys) {
                    found.put(id, keys);
                  }
                });
          }
        });
  }
}
