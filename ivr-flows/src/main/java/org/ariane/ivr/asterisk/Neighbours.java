package org.ariane.ivr.asterisk;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Which switch this is, and which others it may ask for the telephones of operators. The text form
/// is masked.
///
/// @param others each with the address where it takes calls from its neighbours
/// @param secret by which switches know each other
public record Neighbours(SwitchId id, List<Neighbour> others, String secret) {
  private static final String ENDPOINT = "switch-";

  /// Another switch.
  public record Neighbour(SwitchId id, HostPort sip) {}

  public Neighbours {
    TreeMap<SwitchId, Neighbour> sorted = new TreeMap<>();
    others.forEach(other -> sorted.put(other.id(), other));
    if (sorted.size() != others.size() || sorted.containsKey(id)) {
      throw new IllegalArgumentException("each switch has a name of its own");
    }
    others = List.copyOf(sorted.values());
    if (!others.isEmpty()) {
      SipAccount.requireSecret(secret);
    }
  }

  /// The only switch.
  public static Neighbours none() {
    return new Neighbours(SwitchId.LOCAL, List.of(), "");
  }

  /// The endpoint of a neighbour.
  static String endpoint(SwitchId id) {
    return ENDPOINT + id;
  }

  /// The neighbour behind an endpoint; empty where that is something else.
  static Optional<SwitchId> named(String endpoint) {
    return Optional.of(endpoint)
        .filter(name -> name.startsWith(ENDPOINT))
        .map(name -> name.substring(ENDPOINT.length()))
        .filter(SwitchId::isValid)
        .map(SwitchId::new);
  }

  @Override
  public String toString() {
    return "Neighbours[" + id + ", " + others.size() + " others]";
  }
}
