package org.ariane.ivr.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.LineId;

/// What happens to those who call one line. Complete and checked: every node that is named exists,
/// and every path ends with a human or by her own choice (see [FlowCheck]).
///
/// @param language spoken to those who chose none; empty where the server's is meant
/// @param human the queue of those whose state was lost
public record Flow(
    FlowRef ref, Optional<Language> language, NodeId start, NodeId human, Map<NodeId, Node> nodes) {
  public Flow {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    List<FlowFault> faults = FlowCheck.wiring(start, human, nodes);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(faults.getFirst().reason());
    }
  }

  public LineId line() {
    return ref.line();
  }

  /// Those that it offers at once: its own first, then those of its first menu.
  public List<Language> languages() {
    Set<Language> offered = new LinkedHashSet<>();
    language.ifPresent(offered::add);
    if (node(start) instanceof Node.ChooseLanguage menu) {
      offered.addAll(menu.keys().values());
    }
    return List.copyOf(offered);
  }

  /// A node that this flow names.
  Node node(NodeId id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no node " + id));
  }

  public Optional<Node> find(NodeId id) {
    return Optional.ofNullable(nodes.get(id));
  }
}
