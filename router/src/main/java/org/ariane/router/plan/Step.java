package org.ariane.router.plan;

import java.time.Duration;
import java.util.List;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.search.Reason;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ServiceId;

/// One thing to try. Wire names are those of the contract's `route.200.json`: `offer`, `ring`,
/// `announce`.
public sealed interface Step {
  List<Reason> reasons();

  /// Offer the contact to operators of these desks, longest idle first, those who speak her
  /// language before others.
  ///
  /// @param possible whether such an operator was there when the plan was made
  record Offer(
      List<ServiceId> desks,
      List<String> skills,
      Duration within,
      boolean possible,
      List<Reason> reasons)
      implements Step {
    public Offer {
      desks = List.copyOf(desks);
      skills = List.copyOf(skills);
      reasons = List.copyOf(reasons);
    }
  }

  /// Ring the number of a service through the trunk (calls), or show it (chats).
  ///
  /// @param askIn the answerer must press a key before she is joined, and is asked in these
  ///   languages, so that a machine never has her; empty where whoever answers is a person
  record Ring(
      ServiceId service,
      PhoneNumber number,
      Duration within,
      List<Language> askIn,
      List<Reason> reasons)
      implements Step {
    public Ring {
      askIn = List.copyOf(askIn);
      reasons = List.copyOf(reasons);
    }

    /// Answered by a person.
    public Ring(ServiceId service, PhoneNumber number, Duration within, List<Reason> reasons) {
      this(service, number, within, List.of(), reasons);
    }

    public boolean screened() {
      return !askIn.isEmpty();
    }
  }

  /// Ask operators of these desks and whoever answers at these numbers, all at once. One takes her,
  /// by a key; she waits meanwhile and can still press hers.
  record Together(
      List<ServiceId> desks,
      List<Ring> rings,
      Duration within,
      boolean possible,
      List<Reason> reasons)
      implements Step {
    public Together {
      desks = List.copyOf(desks);
      rings = List.copyOf(rings);
      reasons = List.copyOf(reasons);
    }

    /// A single number, answered by a machine or a person.
    public static Together of(Ring ring) {
      return new Together(List.of(), List.of(ring), ring.within(), true, ring.reasons());
    }
  }

  /// Say honestly how things stand.
  record Announce(List<Reason> reasons) implements Step {
    public Announce {
      reasons = List.copyOf(reasons);
    }
  }

  /// The number of last resort, then the plan begins again: never a dead end.
  record Fallback(PhoneNumber number, Duration within, List<Reason> reasons) implements Step {
    public Fallback {
      reasons = List.copyOf(reasons);
    }
  }
}
