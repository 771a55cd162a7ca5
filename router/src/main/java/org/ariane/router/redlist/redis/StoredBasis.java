package org.ariane.router.redlist.redis;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.redlist.LegalBasis;
import org.ariane.router.redlist.LegalBasis.OfZone;
import org.ariane.router.redlist.LegalBasis.Proposed;

/// Legal bases as they are stored.
final class StoredBasis {
  private StoredBasis() {}

  static String write(OfZone zone) {
    JsonObject json = new JsonObject();
    zone.recorded()
        .filter(basis -> !basis.sample())
        .ifPresent(basis -> {
          JsonArray by = new JsonArray();
          basis.by().forEach(one -> by.add(one.value()));
          json.put("recorded", terms(basis.reference(), basis.validUntil()).put("by", by));
        });
    zone.proposed()
        .ifPresent(asked ->
            json.put(
                "proposed",
                terms(asked.reference(), asked.validUntil())
                    .put("by", asked.by().value())
                    .put("registrar", asked.registrar())
                    .put("at", asked.at().toString())));
    return json.encode();
  }

  /// Reads the stored form.
  ///
  /// @param text empty where nothing is stored
  /// @param otherwise what holds where nothing is recorded
  static OfZone read(String text, Optional<LegalBasis> otherwise) {
    if (text.isEmpty()) {
      return new OfZone(otherwise, Optional.empty(), "");
    }
    JsonObject json = new JsonObject(text);
    return new OfZone(
        Optional.ofNullable(json.getJsonObject("recorded"))
            .map(StoredBasis::basis)
            .or(() -> otherwise),
        Optional.ofNullable(json.getJsonObject("proposed")).map(StoredBasis::proposed),
        text);
  }

  private static LegalBasis basis(JsonObject json) {
    return new LegalBasis(
        json.getString("reference"),
        until(json),
        json.getJsonArray("by").stream().map(String.class::cast).map(PrincipalId::new).toList());
  }

  private static Proposed proposed(JsonObject json) {
    return new Proposed(
        json.getString("reference"),
        until(json),
        new PrincipalId(json.getString("by")),
        json.getBoolean("registrar"),
        Instant.parse(json.getString("at")));
  }

  private static JsonObject terms(String reference, Optional<LocalDate> validUntil) {
    JsonObject json = new JsonObject().put("reference", reference);
    validUntil.ifPresent(last -> json.put("validUntil", last.toString()));
    return json;
  }

  private static Optional<LocalDate> until(JsonObject json) {
    return Optional.ofNullable(json.getString("validUntil")).map(LocalDate::parse);
  }
}
