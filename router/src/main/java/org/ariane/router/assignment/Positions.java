package org.ariane.router.assignment;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.contact.ContactId;

/// Places in the queue: how many are served before her by the same desks. 1 is next.
final class Positions {
  private Positions() {}

  static Map<ContactId, Integer> of(Collection<Entry> entries) {
    List<Entry> waiting =
        entries.stream().filter(Entry::waits).sorted(QueueOrder.NEXT_FIRST).toList();
    Map<List<ServiceId>, Integer> before = new HashMap<>();
    Map<ContactId, Integer> positions = new LinkedHashMap<>();
    for (Entry entry : waiting) {
      int position = 1;
      for (Map.Entry<List<ServiceId>, Integer> group : before.entrySet()) {
        if (!Collections.disjoint(group.getKey(), entry.desks())) {
          position += group.getValue();
        }
      }
      positions.put(entry.id(), position);
      before.merge(entry.desks(), 1, Integer::sum);
    }
    return positions;
  }
}
