package org.ariane.directory.yaml;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ariane.directory.service.ServiceId;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Entries of services that stand in the place of those of a folder, or beside them. They are read
/// and checked as if each were a file `amendments/ID.yaml` of it.
///
/// @param entries by service: its file as [WrittenText] writes it, or empty where the service is
///   not to be found at all
public record Overlay(Map<ServiceId, Optional<String>> entries) {
  public static final Overlay NONE = new Overlay(Map.of());
  private static final String FOLDER = "amendments/";
  private static final String YAML = ".yaml";

  public Overlay {
    entries = Map.copyOf(entries);
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /// The same with another entry for that service.
  public Overlay with(ServiceId service, Optional<String> entry) {
    Map<ServiceId, Optional<String>> changed = new java.util.HashMap<>(entries);
    changed.put(service, entry);
    return new Overlay(changed);
  }

  /// The same, with the folder's own entries for these services.
  public Overlay without(Set<ServiceId> services) {
    return new Overlay(
        entries.entrySet().stream()
            .filter(each -> !services.contains(each.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /// The name under which problems of that entry are told.
  public static String file(ServiceId service) {
    return FOLDER + service.value() + YAML;
  }

  /// The entry that has a problem, or with which a file of the folder has one; empty where the
  /// folder is wrong by itself.
  public Optional<ServiceId> owner(DirectoryProblem problem) {
    return entries.keySet().stream()
        .filter(service -> problem.file().equals(file(service)))
        .findFirst()
        .or(() -> problem.about().filter(entries::containsKey));
  }

  /// A file for each; one that holds nothing to read where a service is withdrawn, so that the
  /// version of the directory tells it.
  SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    entries.forEach((service, entry) ->
        files.put(
            entry.isPresent() ? file(service) : FOLDER + service.value() + ".withdrawn",
            entry.orElse("")));
    return files;
  }

  boolean hides(Value item) {
    return !item.file().startsWith(FOLDER) && id(item).filter(entries::containsKey).isPresent();
  }

  /// Of an entry, before it is read; empty where it has none that can be read.
  static Optional<ServiceId> id(Value item) {
    if (item.node() instanceof MappingNode mapping) {
      for (NodeTuple pair : mapping.getValue()) {
        if (pair.getKeyNode() instanceof ScalarNode key
            && key.getValue().equals("id")
            && pair.getValueNode() instanceof ScalarNode value) {
          try {
            return Optional.of(new ServiceId(value.getValue().strip()));
          } catch (IllegalArgumentException e) {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.empty();
  }
}
