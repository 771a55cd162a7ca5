package org.ariane.router.redlist.redis;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.redlist.EntryChange;
import org.ariane.router.redlist.RedListEntry;
import org.ariane.router.redlist.RedListEntry.Asked;
import org.ariane.router.redlist.RedListEntry.Deed;
import org.ariane.router.redlist.RedListEntry.Proposal;
import org.ariane.router.redlist.RedListEntryId;
import org.ariane.router.redlist.RedListFacts;
import org.ariane.router.redlist.RedListFacts.Recorded;

/// Entries as they are stored, before they are sealed.
final class StoredEntry {
  private StoredEntry() {}

  static JsonObject write(RedListEntry entry) {
    RedListFacts facts = entry.facts();
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
            .put("subject", StoredSubject.write(entry.subject()))
            .put("seriousness", facts.seriousness())
            .put("reasonCode", facts.reasonCode())
            .put("incidents", incidents(facts.incidents()))
            .put("legalBasis", facts.legalBasis())
            .put("zone", entry.zone().value())
            .put("reviewBy", facts.reviewBy().toString())
            .put("owner", entry.owner().value())
            .put("createdAt", entry.createdAt().toString())
            .put("history", history);
    entry.proposal().ifPresent(proposal -> json.put("proposal", proposal(proposal)));
    return json;
  }

  static RedListEntry read(JsonObject json, long version) {
    return new RedListEntry(
        new RedListEntryId(json.getString("id")),
        StoredSubject.read(json.getJsonObject("subject")),
        new RedListFacts(
            json.getInteger("seriousness"),
            json.getString("reasonCode"),
            incidents(json.getJsonArray("incidents")),
            json.getString("legalBasis"),
            LocalDate.parse(json.getString("reviewBy"))),
        new ZoneId(json.getString("zone")),
        new PrincipalId(json.getString("owner")),
        Instant.parse(json.getString("createdAt")),
        list(
            json.getJsonArray("history"),
            deed ->
                new Deed(
                    Instant.parse(deed.getString("at")),
                    new PrincipalId(deed.getString("by")),
                    deed.getString("what"),
                    deed.getString("about"))),
        Optional.ofNullable(json.getJsonObject("proposal")).map(StoredEntry::proposal),
        version);
  }

  private static JsonObject proposal(Proposal proposal) {
    JsonObject json =
        new JsonObject().put("by", proposal.by().value()).put("at", proposal.at().toString());
    if (proposal.asked() instanceof Asked.Lowering(EntryChange change)) {
      JsonObject lowering = new JsonObject();
      change.seriousness().ifPresent(level -> lowering.put("seriousness", level));
      change.radiusM().ifPresent(metres -> lowering.put("radiusM", metres));
      change.reviewBy().ifPresent(day -> lowering.put("reviewBy", day.toString()));
      change.reasonCode().ifPresent(code -> lowering.put("reasonCode", code));
      json.put("lowering", lowering);
    }
    return json;
  }

  private static Proposal proposal(JsonObject json) {
    JsonObject lowering = json.getJsonObject("lowering");
    Asked asked =
        lowering == null
            ? new Asked.Removal()
            : new Asked.Lowering(
                new EntryChange(
                    Optional.ofNullable(lowering.getInteger("seriousness")),
                    Optional.ofNullable(lowering.getInteger("radiusM")),
                    Optional.ofNullable(lowering.getString("reviewBy")).map(LocalDate::parse),
                    Optional.ofNullable(lowering.getString("reasonCode")),
                    List.of()));
    return new Proposal(
        new PrincipalId(json.getString("by")), Instant.parse(json.getString("at")), asked);
  }

  private static JsonArray incidents(List<Recorded> incidents) {
    JsonArray array = new JsonArray();
    incidents.forEach(one ->
        array.add(
            new JsonObject()
                .put("date", one.date().toString())
                .put("reasonCode", one.reasonCode())));
    return array;
  }

  private static List<Recorded> incidents(JsonArray array) {
    return list(
        array,
        one -> new Recorded(LocalDate.parse(one.getString("date")), one.getString("reasonCode")));
  }

  private static <T> List<T> list(JsonArray array, Function<JsonObject, T> reader) {
    return array.stream().map(JsonObject.class::cast).map(reader).toList();
  }
}
