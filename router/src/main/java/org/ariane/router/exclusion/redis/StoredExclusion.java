package org.ariane.router.exclusion.redis;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.access.Affiliation;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.exclusion.Exclusion;
import org.ariane.router.exclusion.Exclusion.Status;
import org.ariane.router.exclusion.ExclusionId;

/// Exclusions as they are stored.
final class StoredExclusion {
  private StoredExclusion() {}

  static String write(Exclusion exclusion) {
    JsonObject json =
        new JsonObject()
            .put("id", exclusion.id().value())
            .put("kind", exclusion.excluded().kind().wireName())
            .put("ref", exclusion.excluded().ref())
            .put("reason", exclusion.reason())
            .put("by", exclusion.by().value())
            .put("at", exclusion.at().toString())
            .put("reviewBy", exclusion.reviewBy().toString())
            .put("status", exclusion.status().name());
    exclusion.contact().ifPresent(contact -> json.put("contact", contact));
    exclusion.phone().ifPresent(phone -> json.put("phone", phone.dialled()));
    return json.encode();
  }

  static Exclusion read(String text) {
    JsonObject json = new JsonObject(text);
    return new Exclusion(
        new ExclusionId(json.getString("id")),
        Optional.ofNullable(json.getString("contact")),
        Optional.ofNullable(json.getString("phone")).map(PhoneNumber::new),
        new Affiliation(
            Affiliation.Kind.parse(json.getString("kind")).orElseThrow(), json.getString("ref")),
        json.getString("reason"),
        new PrincipalId(json.getString("by")),
        Instant.parse(json.getString("at")),
        LocalDate.parse(json.getString("reviewBy")),
        Status.valueOf(json.getString("status")));
  }
}
