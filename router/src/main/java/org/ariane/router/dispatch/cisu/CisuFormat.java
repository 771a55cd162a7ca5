package org.ariane.router.dispatch.cisu;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.ariane.directory.place.CentreId;
import org.ariane.router.dispatch.webhook.CentreFormat;
import org.ariane.router.dispatch.webhook.FreeText;
import org.ariane.router.dispatch.webhook.MessageTimes;
import org.ariane.router.dispatch.webhook.Reading;

/// French CISU: `RC-EDA` (a case) in its EDXL-DE envelope. An alarm creates the case, everything
/// later updates it under the same `caseId`; what moved to another centre is cancelled without
/// detail. A link test is a `technicalNoreq` message of status `System`.
///
/// @param sender `country.domain.organisation` of this server, as agreed with the centre
/// @param recipient the same of the centre
public record CisuFormat(String sender, String recipient) implements CentreFormat {
  public static final String SENDER = "fr.ariane.routeur";
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]+(\\.[a-zA-Z0-9_-]+){2,7}");
  private static final FreeText FRENCH = FreeText.in("fr");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

  /// An envelope past its date may be thrown away on its way; an alarm never is.
  private static final int KEPT_DAYS = 3_650;

  public CisuFormat {
    if (!isName(sender) || !isName(recipient)) {
      throw new IllegalArgumentException("CISU names are country.domain.organisation");
    }
  }

  public static boolean isName(String text) {
    return text.length() <= 120 && NAME.matcher(text).matches();
  }

  public static String recipientOf(CentreId centre) {
    return "fr.police." + centre.value();
  }

  @Override
  public String name() {
    return "cisu";
  }

  @Override
  public Outgoing put(Message message) {
    Reading body = Reading.of(message.body());
    Instant at = MessageTimes.of(message, body);
    String type = body.text("type").orElse("incident.opened");
    String kind =
        switch (type) {
          case "incident.opened", "link.test" -> "Report";
          case "incident.moved" -> "Cancel";
          default -> "Update";
        };
    boolean test = type.equals("link.test");
    boolean exercise = test || FreeText.isExercise(body.object("incident"));
    String distribution = sender + "_" + message.id().value();
    JsonObject inner =
        new JsonObject()
            .put("messageId", distribution)
            .put("sender", party(sender))
            .put("sentAt", time(at))
            .put("kind", kind)
            .put("status", test ? "System" : status(exercise))
            .put("recipient", new JsonArray().add(party(recipient)));
    if (test) {
      inner.put(
          "technicalNoreq", new JsonObject().put("optionalStringField", FRENCH.say("link-test")));
    } else {
      inner.put("createCase", new CisuCase(FRENCH, sender).of(type, body.object("incident"), at));
    }
    JsonObject envelope =
        new JsonObject()
            .put("distributionID", distribution)
            .put("senderID", sender)
            .put("dateTimeSent", time(at))
            .put("dateTimeExpires", time(at.plus(KEPT_DAYS, ChronoUnit.DAYS)))
            .put("distributionStatus", status(exercise))
            .put("distributionKind", kind)
            .put(
                "descriptor",
                new JsonObject()
                    .put("language", "fr-FR")
                    .put(
                        "explicitAddress",
                        new JsonObject()
                            .put("explicitAddressScheme", "hubex")
                            .put("explicitAddressValue", recipient)))
            .put("content", new JsonArray().add(content(inner)));
    return new Outgoing("application/json", envelope.encode());
  }

  /// The standard forbids `Z`.
  static String time(Instant at) {
    return TIME.format(at.atZone(at.isAfter(Instant.EPOCH) ? PARIS : ZoneOffset.UTC));
  }

  private static String status(boolean exercise) {
    return exercise ? "Exercise" : "Actual";
  }

  private static JsonObject party(String name) {
    return new JsonObject().put("name", name).put("URI", "sge:" + name);
  }

  private static JsonObject content(JsonObject inner) {
    return new JsonObject()
        .put(
            "jsonContent",
            new JsonObject().put("embeddedJsonContent", new JsonObject().put("message", inner)));
  }
}
