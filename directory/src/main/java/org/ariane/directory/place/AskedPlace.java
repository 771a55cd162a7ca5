package org.ariane.directory.place;

import java.util.List;
import java.util.Optional;

/// What is meant by a commune that somebody wrote. Never a guess: where several could be meant,
/// they are the answer.
public sealed interface AskedPlace {
  /// One whose state registers it.
  ///
  /// @param slips letters in which its name differs from what was written
  record Registered(RegisteredCommune commune, int slips) implements AskedPlace {}

  /// One that is known by a postcode only.
  record ByPostcode(String name, Postcode postcode) implements AskedPlace {}

  /// Two or more that could be meant.
  ///
  /// @param candidates 2 or more, the likest first
  record Several(List<Candidate> candidates) implements AskedPlace {
    public Several {
      candidates = List.copyOf(candidates);
    }
  }

  record Unknown() implements AskedPlace {}

  /// One that could be meant.
  ///
  /// @param code empty where it is known by its postcodes only
  /// @param postcodes in their order; may be empty
  record Candidate(String name, Optional<CommuneCode> code, List<Postcode> postcodes) {
    public Candidate {
      postcodes = List.copyOf(postcodes);
    }
  }
}
