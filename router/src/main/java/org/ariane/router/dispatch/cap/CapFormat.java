package org.ariane.router.dispatch.cap;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.router.dispatch.webhook.CentreFormat;
import org.ariane.router.dispatch.webhook.FreeText;
import org.ariane.router.dispatch.webhook.MessageTimes;
import org.ariane.router.dispatch.webhook.Reading;

/// Common Alerting Protocol 1.2 (OASIS), of scope `Private`. The first message of an incident is an
/// `Alert` whose identifier is that of the incident and the centre; later ones refer to it. When it
/// comes back to a centre it is an `Alert` under a name of its own, so that it is not taken for a
/// repeat. `incidents` holds the incident's id in all of them.
public final class CapFormat implements CentreFormat {
  public static final String SENDER = "ariane";
  private static final Set<String> OWNER_CHANGES =
      Set.of("opened", "escalated", "rejected", "handed-over", "reopened", "placed", "moved-zone");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'-00:00'").withZone(ZoneOffset.UTC);

  private final String sender;
  private final FreeText text;
  private final CapInfo info;

  /// For one centre.
  ///
  /// @param sender without blanks, commas, `<` and `&`, as the standard demands
  /// @param language one of [FreeText#languages]
  public CapFormat(String sender, String language) {
    if (!isSender(sender)) {
      throw new IllegalArgumentException("a CAP sender has no blanks, commas, '<' or '&'");
    }
    this.sender = sender;
    this.text = FreeText.in(language);
    this.info = new CapInfo(text, language);
  }

  public static boolean isSender(String text) {
    return !text.isEmpty() && text.length() <= 120 && text.matches("[^\\s,<&]+");
  }

  @Override
  public String name() {
    return "cap";
  }

  @Override
  public Outgoing put(Message message) {
    Reading body = Reading.of(message.body());
    Reading incident = body.object("incident");
    String type = body.text("type").orElse("incident.opened");
    boolean test = type.equals("link.test");
    Optional<String> id = incident.text("id");
    String first = id.orElse("unknown") + "." + message.centre().value();
    Instant firstSent = id.flatMap(MessageTimes::named).orElse(Instant.EPOCH);
    boolean opens = type.equals("incident.opened") && !cameBack(incident, message);
    CapXml xml = new CapXml();
    xml.open("alert", "urn:oasis:names:tc:emergency:cap:1.2");
    xml.element("identifier", opens ? first : message.id().value());
    xml.element("sender", sender);
    xml.element("sent", TIME.format(opens ? firstSent : MessageTimes.of(message, body)));
    xml.element("status", test ? "Test" : FreeText.isExercise(incident) ? "Exercise" : "Actual");
    xml.element("msgType", test ? "Alert" : msgType(type));
    xml.element("source", "Ariane");
    xml.element("scope", "Private");
    xml.element("addresses", message.centre().value());
    note(type, incident).ifPresent(key -> xml.element("note", text.say(key)));
    if (!opens && !test) {
      xml.element("references", sender + "," + first + "," + TIME.format(firstSent));
    }
    id.filter(named -> !test).ifPresent(named -> xml.element("incidents", named));
    if (!test && !type.equals("incident.moved")) {
      info.write(xml, incident);
    }
    xml.close();
    return new Outgoing("application/cap+xml", xml.text());
  }

  private static Optional<String> note(String type, Reading incident) {
    return switch (type) {
      case "link.test" -> Optional.of("link-test");
      case "incident.moved" -> Optional.of("moved");
      default -> FreeText.isExercise(incident) ? Optional.of("exercise") : Optional.empty();
    };
  }

  private static String msgType(String type) {
    return switch (type) {
      case "incident.opened" -> "Alert";
      case "incident.closed", "incident.moved" -> "Cancel";
      default -> "Update";
    };
  }

  /// Whether the centre had it before: it was the owner in an earlier step, or the history is so
  /// long that its beginning is forgotten.
  private static boolean cameBack(Reading incident, Message message) {
    List<String> owners =
        incident.objects("history").stream()
            .filter(line -> line.text("what").filter(OWNER_CHANGES::contains).isPresent())
            .map(line -> line.text("about").orElse("").split("/", -1)[0])
            .toList();
    long times = owners.stream().filter(message.centre().value()::equals).count();
    boolean laterRound = incident.number("round").map(Number::intValue).orElse(1) > 1;
    return times > 1 || laterRound;
  }
}
