package org.ariane.router.assignment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ariane.router.contact.ContactId;

/// The decisions about the most recent contacts, in memory, bounded both ways.
final class DecisionLog {
  private static final int CONTACTS = 2_000;
  private static final int EACH = 100;

  private final Map<ContactId, Deque<Decision>> byContact = new LinkedHashMap<>();

  synchronized void add(Decision decision) {
    Deque<Decision> of = byContact.computeIfAbsent(decision.contact(), fresh -> new ArrayDeque<>());
    of.addLast(decision);
    if (of.size() > EACH) {
      of.removeFirst();
    }
    if (byContact.size() > CONTACTS) {
      byContact.remove(byContact.keySet().iterator().next());
    }
  }

  synchronized List<Decision> of(ContactId contact) {
    return new ArrayList<>(byContact.getOrDefault(contact, new ArrayDeque<>()));
  }
}
