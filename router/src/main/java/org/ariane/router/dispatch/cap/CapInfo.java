package org.ariane.router.dispatch.cap;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ariane.router.dispatch.webhook.FreeText;
import org.ariane.router.dispatch.webhook.Reading;

/// The `info` block: what must be obeyed is the instruction and opens the description, too, since
/// not every screen shows both.
record CapInfo(FreeText text, String language) {
  private static final double UNKNOWN_RADIUS_KM = 1;

  void write(CapXml xml, Reading incident) {
    String urgency = incident.object("priority").text("class").orElse("unknown");
    List<String> musts = text.musts(incident);
    boolean closed = incident.text("state").filter("closed"::equals).isPresent();
    xml.open("info");
    xml.element("language", language);
    xml.element("category", "Security");
    xml.element("event", text.say("event"));
    xml.element("responseType", closed ? "AllClear" : "Execute");
    xml.element("urgency", closed ? "Past" : "Immediate");
    xml.element("severity", severity(urgency));
    xml.element("certainty", "Likely");
    xml.element("senderName", "Ariane");
    xml.element("headline", text.headline(incident));
    xml.element(
        "description",
        Stream.concat(musts.stream(), text.facts(incident).stream())
            .collect(Collectors.joining("\n")));
    xml.element("instruction", String.join("\n", musts));
    parameter(xml, "class", urgency);
    parameter(xml, "callback", FreeText.callback(incident));
    parameter(xml, "approach", FreeText.isSilent(incident) ? "silent" : "normal");
    parameter(xml, "exercise", Boolean.toString(FreeText.isExercise(incident)));
    text.doNotSend(incident).forEach(who -> parameter(xml, "doNotSend", who));
    incident.flag("canTalk").ifPresent(can -> parameter(xml, "canTalk", can.toString()));
    incident.text("language").ifPresent(tag -> parameter(xml, "spokenLanguage", tag));
    incident.text("zone").ifPresent(zone -> parameter(xml, "zone", zone));
    area(xml, incident);
    xml.close();
  }

  private void area(CapXml xml, Reading incident) {
    xml.open("area");
    xml.element("areaDesc", text.place(incident));
    Reading fix = incident.object("position");
    if (fix.number("lat").isPresent() && fix.number("lon").isPresent()) {
      double radius =
          fix.number("accuracyM")
              .map(metres -> metres.doubleValue() / 1000)
              .filter(km -> Double.isFinite(km) && km >= 0)
              .orElse(UNKNOWN_RADIUS_KM);
      xml.element(
          "circle",
          "%s,%s %s"
              .formatted(
                  plain(fix.number("lat").orElseThrow().doubleValue()),
                  plain(fix.number("lon").orElseThrow().doubleValue()),
                  plain(radius)));
    }
    xml.close();
  }

  /// A class that is low is no reason to call a danger minor.
  private static String severity(String urgency) {
    return switch (urgency) {
      case "critical" -> "Extreme";
      case "high" -> "Severe";
      case "elevated" -> "Moderate";
      default -> "Unknown";
    };
  }

  private static String plain(double number) {
    return String.format(Locale.ROOT, "%.6f", number).replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  private static void parameter(CapXml xml, String name, String value) {
    xml.open("parameter");
    xml.element("valueName", "ariane:" + name);
    xml.element("value", value);
    xml.close();
  }
}
