package org.ariane.router.dispatch.webhook;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;
import org.ariane.directory.place.CentreId;
import org.ariane.router.dispatch.DeliveryId;
import org.ariane.router.dispatch.webhook.CentreFormat.Message;

/// Messages as they are stored, also odd ones.
public final class Messages {
  public static final CentreId CENTRE = new CentreId("fr-94-cic");
  public static final DeliveryId ID = new DeliveryId("msg_01K9N1T5ZC3M7Y2Q8W4R6V0XAB");
  public static final String INCIDENT = "in-01K9N1T5Z03M7Y2Q8W4R6V0XAA";

  private Messages() {}

  public static Message opened() {
    return message("incident.opened", incident());
  }

  public static Message message(String type, JsonObject incident) {
    return of(new JsonObject().put("type", type).put("sequence", 7).put("incident", incident));
  }

  public static Message moved() {
    return message("incident.moved", new JsonObject().put("id", INCIDENT).put("state", "moved"));
  }

  public static Message linkTest() {
    return of(
        new JsonObject()
            .put("type", "link.test")
            .put("sequence", null)
            .put("incident", null)
            .put("at", "2026-11-21T21:41:07.412Z"));
  }

  public static Message of(JsonObject body) {
    return new Message(CENTRE, ID, body.encode());
  }

  /// Critical, with an order, on the red list.
  public static JsonObject incident() {
    return new JsonObject()
        .put("id", INCIDENT)
        .put("state", "open")
        .put("zone", "fr-94-maisons-alfort")
        .put("centre", CENTRE.value())
        .put("exercise", false)
        .put(
            "priority",
            new JsonObject()
                .put("class", "critical")
                .put("score", 83)
                .put("policyVersion", "2026-11-01")
                .put(
                    "reasons",
                    new JsonArray()
                        .add(
                            new JsonObject()
                                .put("code", "trigger.button")
                                .put("weight", 20)
                                .put("text", "Alarm button pressed"))
                        .add(
                            new JsonObject()
                                .put("code", "repeat")
                                .put("weight", 5)
                                .put("text", "2 alarms within 3 minutes"))))
        .put(
            "orders",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("kind", "contact-ban")
                        .put("court", "TJ Créteil")
                        .put("until", "2027-03-01")
                        .put("status", "verified")))
        .put("alarms", new JsonArray().add("al-01K9N1T5Z03M7Y2Q8W4R6V0XAC"))
        .put(
            "position",
            new JsonObject()
                .put("lat", 48.8065)
                .put("lon", 2.438)
                .put("accuracyM", 18)
                .put("method", "gps")
                .put("at", "2026-11-21T22:41:02+01:00"))
        .put(
            "address",
            new JsonObject()
                .put("text", "12 rue des Tilleuls")
                .put("postcode", "94700")
                .put("city", "Maisons-Alfort")
                .put("country", "FR"))
        .put("language", "ar")
        .put("canTalk", false)
        .put("notes", new JsonArray().add("Il est <dans> la cuisine & crie ]]> &evil; \"x\""))
        .put("callback", "never")
        .put("approach", "silent")
        .put("redList", new JsonObject().put("seriousness", 4).put("reason", "weapon-threat"))
        .put(
            "doNotSend",
            new JsonArray().add(new JsonObject().put("kind", "unit").put("ref", "brigade 12")))
        .put("expectedDelay", new JsonObject().put("minutes", 25).put("source", "2025"))
        .put("holder", null)
        .put("round", 1)
        .put(
            "history",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("at", "2026-11-21T21:41:07.412Z")
                        .put("what", "opened")
                        .put("about", CENTRE.value())))
        .put("degraded", new JsonArray())
        .put("createdAt", "2026-11-21T21:41:07.412Z")
        .put("updatedAt", "2026-11-21T21:41:09.415Z");
  }

  /// The incident with some fields lost, of another type, or full of what XML and JSON dislike.
  public static JsonObject odd(Random random) {
    JsonObject incident = incident();
    List<String> names = List.copyOf(incident.fieldNames());
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      String name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(7)) {
        case 0 -> incident.remove(name);
        case 1 -> incident.put(name, random.nextInt(100) - 50);
        case 2 -> incident.put(name, text(random));
        case 3 -> incident.put(name, new JsonArray().add(text(random)).add(4).addNull());
        case 4 -> incident.put(name, new JsonObject().put("at", text(random)).put("lat", 91));
        case 5 -> incident.putNull(name);
        default -> incident.put("new" + random.nextInt(9), text(random));
      }
    }
    return incident;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    String likely = "aé<>&\"'\\]{};%,\r\n\t\u0000\u0007\u200F\uFFFE\uD800عربي😀 ";
    for (int i = random.nextInt(40); i >= 0; i--) {
      text.append(likely.charAt(random.nextInt(likely.length())));
    }
    return text.toString();
  }
}
