package org.ariane.router.redlist.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.ariane.router.redlist.EntryChange;
import org.ariane.router.redlist.LegalBasis;
import org.ariane.router.redlist.RedListEntry;
import org.ariane.router.redlist.RedListEntry.Asked;
import org.ariane.router.redlist.RedListEntry.Proposal;
import org.ariane.router.redlist.RedListFacts;

/// What registrars see of entries and legal bases: never the number, place or address.
final class EntryView {
  private EntryView() {}

  static JsonObject of(RedListEntry entry) {
    RedListFacts facts = entry.facts();
    JsonArray incidents = new JsonArray();
    facts
        .incidents()
        .forEach(one ->
            incidents.add(
                new JsonObject()
                    .put("date", one.date().toString())
                    .put("reasonCode", one.reasonCode())));
    JsonArray history = new JsonArray();
    entry
        .history()
        .forEach(deed ->
            history.add(
                new JsonObject()
                    .put("at", deed.at().toString())
                    .put("by", deed.by().value())
                    .put("what", deed.what())
                    .put("about", deed.about())));
    JsonObject json =
        new JsonObject()
            .put("id", entry.id().value())
            .put("kind", entry.subject().kind().wireName())
            .put("seriousness", facts.seriousness())
            .put("incidents", incidents)
            .put("reasonCode", facts.reasonCode())
            .put("legalBasis", facts.legalBasis())
            .put("zone", entry.zone().value())
            .put("reviewBy", facts.reviewBy().toString())
            .put("owner", entry.owner().value())
            .put("history", history)
            .put("removalProposed", removal(entry));
    entry.proposal().ifPresent(proposal -> json.put("proposal", proposal(proposal)));
    return json;
  }

  private static boolean removal(RedListEntry entry) {
    return entry.proposal().filter(it -> it.asked() instanceof Asked.Removal).isPresent();
  }

  private static JsonObject proposal(Proposal proposal) {
    JsonObject json =
        new JsonObject().put("by", proposal.by().value()).put("at", proposal.at().toString());
    return switch (proposal.asked()) {
      case Asked.Removal() -> json.put("kind", "removal");
      case Asked.Lowering(EntryChange change) -> {
        json.put("kind", "lowering");
        change.seriousness().ifPresent(level -> json.put("seriousness", level));
        change.radiusM().ifPresent(metres -> json.put("radiusM", metres));
        change.reviewBy().ifPresent(day -> json.put("reviewBy", day.toString()));
        change.reasonCode().ifPresent(code -> json.put("reasonCode", code));
        yield json;
      }
    };
  }

  static JsonObject basis(String zone, LegalBasis.OfZone basis, boolean on) {
    JsonObject json = new JsonObject().put("zone", zone).put("on", on);
    basis
        .recorded()
        .ifPresent(it -> {
          JsonArray by = new JsonArray();
          it.by().forEach(one -> by.add(one.value()));
          JsonObject recorded =
              new JsonObject()
                  .put("reference", it.reference())
                  .put("by", by)
                  .put("sample", it.sample());
          it.validUntil().ifPresent(last -> recorded.put("validUntil", last.toString()));
          json.put("recorded", recorded);
        });
    basis
        .proposed()
        .ifPresent(it -> {
          JsonObject proposed =
              new JsonObject()
                  .put("reference", it.reference())
                  .put("by", it.by().value())
                  .put("at", it.at().toString());
          it.validUntil().ifPresent(last -> proposed.put("validUntil", last.toString()));
          json.put("proposed", proposed);
        });
    return json;
  }
}
