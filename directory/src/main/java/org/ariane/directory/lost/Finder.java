package org.ariane.directory.lost;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Who answers a service at one of several places: those that answer it itself, or else the nearest
/// service that can stand in for it.
final class Finder {
  /// A shape over many zones is answered with no more mappings than these.
  private static final int MAX_OFFERS = 5;

  private final Catalogue catalogue;

  Finder(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// An offer and the likeliest place where it is the first.
  record Placed(Offer offer, Standpoint place) {}

  /// @param offers best first; empty where there is none
  /// @param substituted whether another service than the one asked for answers
  /// @param reason why there is none
  record Found(List<Placed> offers, boolean substituted, LostFault.Name reason, String message) {
    public Found {
      offers = List.copyOf(offers);
    }
  }

  Found find(String asked, List<Standpoint> places) {
    String urn = asked.toLowerCase(Locale.ROOT);
    List<Placed> exact = offers(urn, places);
    if (!exact.isEmpty()) {
      return found(exact, false);
    }
    for (String substitute : ServiceName.substitutes(urn)) {
      List<Placed> offers =
          offers(substitute, places).stream().filter(each -> serves(each.offer(), urn)).toList();
      if (!offers.isEmpty()) {
        return found(offers, true);
      }
    }
    return catalogue.knowsBelow(urn)
            || ServiceName.substitutes(urn).stream().anyMatch(catalogue::knows)
        ? new Found(List.of(), false, LostFault.Name.NOT_FOUND, "Nobody is known there")
        : new Found(
            List.of(),
            false,
            LostFault.Name.SERVICE_NOT_IMPLEMENTED,
            "Nothing of this service is known here");
  }

  /// The police's number serves another emergency only where it is the number for all of them.
  private static boolean serves(Offer offer, String urn) {
    return !ServiceName.isEmergency(urn)
        || ServiceName.isOrIsBelow(urn, PoliceOffers.URN)
        || offer.number().equals(Optional.of(PoliceOffers.EUROPEAN.dialled()));
  }

  private static Found found(List<Placed> offers, boolean substituted) {
    return new Found(offers, substituted, LostFault.Name.NOT_FOUND, "");
  }

  private List<Placed> offers(String urn, List<Standpoint> places) {
    Map<String, Placed> found = new LinkedHashMap<>();
    for (Standpoint place : places) {
      if (found.size() < MAX_OFFERS) {
        catalogue
            .offer(urn, place)
            .ifPresent(offer -> found.putIfAbsent(offer.id(), new Placed(offer, place)));
      }
    }
    return List.copyOf(found.values());
  }
}
