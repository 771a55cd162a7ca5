package org.ariane.router.dispatch.cisu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Random;
import org.ariane.router.dispatch.webhook.CentreFormat;
import org.ariane.router.dispatch.webhook.CentreFormat.Message;
import org.ariane.router.dispatch.webhook.Conformance;
import org.ariane.router.dispatch.webhook.Messages;
import org.junit.jupiter.api.Test;

class CisuFormatTest {
  private static final int ODD_ONES = 3_000;

  private final CentreFormat format = new CisuFormat(CisuFormat.SENDER, "fr.police.fr-94-cic");

  @Test
  void alarmIsACaseOfTheFactThatTheNomenclatureGivesIt() throws IOException {
    JsonObject envelope = put(Messages.opened());
    assertValid(envelope);
    assertThat(envelope.getString("distributionKind")).isEqualTo("Report");
    assertThat(envelope.getString("distributionStatus")).isEqualTo("Actual");
    JsonObject created = message(envelope).getJsonObject("createCase");
    JsonObject fact = created.getJsonObject("qualification").getJsonObject("whatsHappen");
    assertThat(fact.getString("code")).isEqualTo("C02.15.04");
    assertThat(Files.readString(Conformance.file("cisu/nomenclature/HubSante.fait.csv")))
        .contains("C02.15.04,,," + fact.getString("label"));
    assertThat(created.getString("caseId")).isEqualTo("fr.ariane.routeur." + Messages.INCIDENT);
    JsonObject coordinates =
        created
            .getJsonObject("location")
            .getJsonObject("geometry")
            .getJsonObject("point")
            .getJsonObject("coord");
    assertThat(coordinates.getDouble("lat")).isEqualTo(48.8065);
    assertThat(coordinates.getString("precision")).isEqualTo("EXACTE");
  }

  @Test
  void whatMustBeObeyedOpensTheFreeTextAndStandsWhereANumberWouldBe() {
    JsonObject created = message(put(Messages.opened())).getJsonObject("createCase");
    assertThat(created.getJsonArray("freetext").getString(0)).startsWith("NE PAS RAPPELER");
    assertThat(created.getJsonArray("freetext").getString(1)).startsWith("APPROCHE SILENCIEUSE");
    assertThat(created.getJsonArray("freetext").getList().toString())
        .contains(
            "NE PAS ENVOYER : unité brigade 12",
            "interdiction de contact, TJ Créteil, jusqu’au 2027-03-01 (vérifiée)",
            "bouton d’alarme pressé",
            "2 alarms within 3 minutes",
            "ELLE NE PEUT PAS PARLER");
    JsonObject caller = created.getJsonObject("initialAlert").getJsonObject("caller");
    assertThat(caller.getJsonObject("callerContact").getString("detail"))
        .startsWith("NE PAS RAPPELER");
    assertThat(caller.containsKey("callbackContact")).isFalse();
    assertThat(created.getJsonObject("additionalInformation").encode())
        .contains("\"value\":\"never\"", "\"value\":\"silent\"");
  }

  @Test
  void laterMessagesUpdateTheSameCaseAndWhatMovedIsCancelledWithoutDetail() throws IOException {
    String caseId = message(put(Messages.opened())).getJsonObject("createCase").getString("caseId");
    for (String type : new String[] {"incident.updated", "incident.taken", "incident.closed"}) {
      JsonObject envelope = put(Messages.message(type, Messages.incident().put("state", "taken")));
      assertValid(envelope);
      assertThat(envelope.getString("distributionKind")).isEqualTo("Update");
      assertThat(message(envelope).getJsonObject("createCase").getString("caseId"))
          .isEqualTo(caseId);
    }
    JsonObject moved = put(Messages.moved());
    assertValid(moved);
    assertThat(moved.getString("distributionKind")).isEqualTo("Cancel");
    assertThat(message(moved).getJsonObject("createCase").getString("caseId")).isEqualTo(caseId);
    assertThat(moved.encode()).doesNotContain("48.8", "Tilleuls");
  }

  @Test
  void exercisesAndLinkTestsAreNeverActual() throws IOException {
    JsonObject exercise =
        put(Messages.message("incident.opened", Messages.incident().put("exercise", true)));
    assertValid(exercise);
    assertThat(exercise.getString("distributionStatus")).isEqualTo("Exercise");
    assertThat(message(exercise).getString("status")).isEqualTo("Exercise");
    assertThat(message(exercise).getJsonObject("createCase").getJsonArray("freetext").getString(0))
        .contains("EXERCICE");

    JsonObject test = put(Messages.linkTest());
    assertThat(problems("EDXL-DE-envelope-only", test.encode())).isEmpty();
    assertThat(problems("RC-DE", message(test).encode())).isEmpty();
    assertThat(test.getString("distributionStatus")).isEqualTo("Exercise");
    assertThat(message(test).getString("status")).isEqualTo("System");
    assertThat(message(test).containsKey("createCase")).isFalse();
  }

  @Test
  void everyLanguageAndCountryThatAPhoneMayNameIsValid() throws IOException {
    Schema schema = schema("RC-EDA");
    for (String language : Locale.getISOLanguages()) {
      JsonObject incident = Messages.incident().put("language", language + "-Latn");
      assertThat(problems(schema, created(incident))).as(language).isEmpty();
    }
    for (String country : Locale.getISOCountries()) {
      JsonObject incident =
          Messages.incident().put("address", new JsonObject().put("country", country));
      assertThat(problems(schema, created(incident))).as(country).isEmpty();
    }
  }

  @Test
  void whateverABodyHoldsItGoesOutValidAndTheSameEachTime() throws IOException {
    Random random = new Random(20261121);
    Schema schema = schema("RC-EDA");
    for (int i = 0; i < ODD_ONES; i++) {
      JsonObject incident = Messages.odd(random);
      Message message = Messages.message("incident.opened", incident);
      String out = format.put(message).text();
      assertThat(format.put(message).text()).isEqualTo(out);
      assertThat(problems(schema, created(incident))).as(incident.encode()).isEmpty();
    }
    assertThat(format.put(new Message(Messages.CENTRE, Messages.ID, "not JSON")).text())
        .contains("NE PAS RAPPELER");
  }

  @Test
  void namesAreThoseOfTheStandard() {
    assertThatThrownBy(() -> new CisuFormat("ariane", "fr.police.x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private String created(JsonObject incident) {
    return message(put(Messages.message("incident.opened", incident)))
        .getJsonObject("createCase")
        .encode();
  }

  private JsonObject put(Message message) {
    CentreFormat.Outgoing out = format.put(message);
    assertThat(out.contentType()).isEqualTo("application/json");
    return new JsonObject(out.text());
  }

  private static JsonObject message(JsonObject envelope) {
    return envelope
        .getJsonArray("content")
        .getJsonObject(0)
        .getJsonObject("jsonContent")
        .getJsonObject("embeddedJsonContent")
        .getJsonObject("message");
  }

  private static void assertValid(JsonObject envelope) throws IOException {
    assertThat(problems("EDXL-DE-envelope-only", envelope.encode())).isEmpty();
    assertThat(problems("RC-DE", message(envelope).encode())).isEmpty();
    assertThat(problems("RC-EDA", message(envelope).getJsonObject("createCase").encode()))
        .isEmpty();
  }

  private static String problems(String schema, String json) throws IOException {
    return problems(schema(schema), json);
  }

  private static String problems(Schema schema, String json) {
    var found = schema.validate(json, InputFormat.JSON);
    return found.isEmpty() ? "" : found.toString();
  }

  private static Schema schema(String name) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(
            Files.readString(Conformance.file("cisu/schema/" + name + ".schema.json")),
            InputFormat.JSON);
  }
}
