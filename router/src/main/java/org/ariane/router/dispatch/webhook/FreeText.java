package org.ariane.router.dispatch.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An incident in sentences, for formats that have only free text for what matters most. What must
/// be obeyed comes first. What this class does not know yet is told all the same, by its name.
public final class FreeText {
  private static final Set<String> SAID =
      Set.of(
          ("id state progress zone centre owner told nowIn expectedDelay exercise priority orders"
                  + " alarms sources confirmFirst position track address language canTalk"
                  + " forSomeoneElse notes raw callback approach redList doNotSend holder rejection"
                  + " outcome cancellations round deadline history degraded createdAt updatedAt"
                  + " notDurable")
              .split(" ", -1));
  private static final int MOST_CHARS = 2_000;

  private final Words words;

  private FreeText(Words words) {
    this.words = words;
  }

  public static FreeText in(String language) {
    return new FreeText(new Words(language));
  }

  /// Those in which [#in] can speak.
  public static List<String> languages() {
    return Words.LANGUAGES;
  }

  public String say(String key) {
    return words.say(key);
  }

  public String urgency(Reading incident) {
    return words.named("class", incident.object("priority").text("class").orElse("unknown"));
  }

  /// One line for a list: exercise, class, the ban on ringing back.
  public String headline(Reading incident) {
    List<String> parts = new ArrayList<>();
    if (isExercise(incident)) {
      parts.add(words.say("exercise.short"));
    }
    parts.add(words.say("headline", Map.of("class", urgency(incident))));
    parts.add(words.named("callback", callback(incident)));
    if (isSilent(incident)) {
      parts.add(words.say("approach.silent"));
    }
    return String.join(" – ", parts);
  }

  /// What must be obeyed.
  public List<String> musts(Reading incident) {
    List<String> lines = new ArrayList<>();
    if (isExercise(incident)) {
      lines.add(words.say("exercise"));
    }
    if (incident.flag("confirmFirst").orElse(false)) {
      lines.add(words.say("confirm-first"));
    }
    if (incident.flag("notDurable").orElse(false)) {
      lines.add(words.say("not-durable"));
    }
    lines.add(words.say("callback." + callback(incident) + ".why"));
    lines.add(words.say(isSilent(incident) ? "approach.silent.why" : "approach.normal"));
    doNotSend(incident).forEach(who -> lines.add(words.say("do-not-send", Map.of("who", who))));
    incident.objects("orders").forEach(order -> lines.add(order(order)));
    return lines;
  }

  /// What is known.
  public List<String> facts(Reading incident) {
    List<String> lines = new ArrayList<>();
    Reading priority = incident.object("priority");
    String score = priority.number("score").map(Number::toString).orElse("?");
    lines.add(words.say("priority", Map.of("class", urgency(incident), "score", score)));
    priority.objects("reasons").forEach(reason -> lines.add("- " + reason(reason)));
    Reading listed = incident.object("redList");
    listed
        .number("seriousness")
        .ifPresent(seriousness ->
            lines.add(
                words.say(
                    "red-list",
                    Map.of(
                        "seriousness", seriousness.toString(),
                        "reason", words.named("red-list", listed.text("reason").orElse("?"))))));
    incident
        .flag("canTalk")
        .ifPresent(can -> lines.add(words.say(can ? "can-talk" : "cannot-talk")));
    incident
        .text("language")
        .ifPresent(tag -> lines.add(words.say("language", Map.of("tag", tag))));
    if (incident.flag("forSomeoneElse").orElse(false)) {
      lines.add(words.say("for-someone-else"));
    }
    lines.add(place(incident));
    incident.text("nowIn").ifPresent(zone -> lines.add(words.say("now-in", Map.of("zone", zone))));
    Reading delay = incident.object("expectedDelay");
    delay
        .number("minutes")
        .ifPresent(minutes ->
            lines.add(
                words.say(
                    "expected-delay",
                    Map.of(
                        "minutes", minutes.toString(),
                        "source", delay.text("source").orElse("?")))));
    incident
        .texts("notes")
        .forEach(note -> lines.add(words.say("note", Map.of("text", cut(note)))));
    incident.texts("raw").forEach(raw -> lines.add(words.say("raw", Map.of("text", cut(raw)))));
    incident
        .objects("cancellations")
        .forEach(one ->
            lines.add(
                words.say(
                    one.flag("duress").orElse(false) ? "cancelled.duress" : "cancelled",
                    Map.of("at", one.text("at").orElse("?")))));
    if (!incident.texts("degraded").isEmpty()) {
      String parts = String.join(", ", incident.texts("degraded"));
      lines.add(words.say("degraded", Map.of("parts", parts)));
    }
    lines.addAll(handling(incident));
    lines.addAll(rest(incident));
    return lines;
  }

  /// Address and position in one line, with accuracy, method and time.
  public String place(Reading incident) {
    List<String> parts = new ArrayList<>();
    address(incident).ifPresent(parts::add);
    Reading fix = incident.object("position");
    if (fix.number("lat").isPresent() && fix.number("lon").isPresent()) {
      parts.add(
          words.say(
              "position",
              Map.of(
                  "lat", fix.number("lat").map(Number::toString).orElse(""),
                  "lon", fix.number("lon").map(Number::toString).orElse(""),
                  "accuracy",
                      fix.number("accuracyM").map(metres -> "± " + metres + " m").orElse("± ?"),
                  "method", fix.text("method").orElse("?"),
                  "at", fix.text("at").orElse("?"))));
    }
    return parts.isEmpty() ? words.say("place-unknown") : String.join(" – ", parts);
  }

  public Optional<String> address(Reading incident) {
    Reading address = incident.object("address");
    List<String> parts = new ArrayList<>();
    for (String part : List.of("text", "postcode", "city", "country")) {
      address.text(part).ifPresent(parts::add);
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }

  public static boolean isExercise(Reading incident) {
    return incident.flag("exercise").orElse(false);
  }

  /// Never, unless it is said otherwise in a word that is known.
  public static String callback(Reading incident) {
    return incident
        .text("callback")
        .filter(word -> word.equals("ok") || word.equals("only-if"))
        .orElse("never");
  }

  public static boolean isSilent(Reading incident) {
    return incident.text("approach").filter("normal"::equals).isEmpty();
  }

  /// Persons, units and others that must not come.
  public List<String> doNotSend(Reading incident) {
    Stream<String> named =
        incident.objects("doNotSend").stream()
            .map(who ->
                String.join(
                    " ",
                    words.named("barred", who.text("kind").orElse("?")),
                    who.text("ref").orElse("?")));
    return Stream.concat(named, incident.texts("doNotSend").stream()).toList();
  }

  private List<String> handling(Reading incident) {
    List<String> lines = new ArrayList<>();
    String progress = incident.text("progress").or(() -> incident.text("state")).orElse("?");
    lines.add(words.say("state", Map.of("state", words.named("state", progress))));
    Reading holder = incident.object("holder");
    holder
        .text("centre")
        .ifPresent(centre ->
            lines.add(
                words.say(
                    "holder",
                    Map.of("centre", centre, "position", holder.text("position").orElse("–")))));
    incident
        .object("rejection")
        .text("cause")
        .ifPresent(cause -> lines.add(words.say("rejection", Map.of("cause", cause))));
    Reading outcome = incident.object("outcome");
    outcome
        .text("outcome")
        .ifPresent(code ->
            lines.add(
                words.say(
                    "outcome", Map.of("outcome", code, "note", outcome.text("note").orElse("")))));
    return lines;
  }

  private List<String> rest(Reading incident) {
    return incident.json().stream()
        .filter(field -> !SAID.contains(field.getKey()) && field.getValue() != null)
        .map(field -> field.getKey() + " : " + cut(String.valueOf(field.getValue())))
        .toList();
  }

  private String order(Reading order) {
    return words.say(
        "order",
        Map.of(
            "kind", words.named("order", order.text("kind").orElse("?")),
            "court", order.text("court").orElse("?"),
            "until", order.text("until").orElse("?"),
            "status", words.named("order-status", order.text("status").orElse("?"))));
  }

  private String reason(Reading reason) {
    String text = reason.text("text").orElse(reason.text("code").orElse("?"));
    return words.find("reason." + reason.text("code").orElse("?")).orElse(text);
  }

  private static String cut(String text) {
    return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "…";
  }
}
