package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the switch itself says that it will do: nothing that a caller sends decides whom it calls.
class DialplanIT extends PhoneTest {
  private static final Pattern CONTEXT = Pattern.compile("\\[ Context '([^']+)'.*");
  private static final Pattern EXTENSION = Pattern.compile("\\s*'([^']+)' =>.*");
  private static final Pattern STEP =
      Pattern.compile(".*?\\d+\\. ([A-Za-z]+)\\((.*)\\)\\s+\\[[^\\]]+\\]\\s*");
  private static final Set<String> CALLING =
      Set.of("Dial", "Originate", "Bridge", "ChannelRedirect", "Transfer", "Page", "Queue");
  private static final Set<String> FORBIDDEN =
      Set.of(
          "System",
          "TrySystem",
          "Exec",
          "TryExec",
          "Macro",
          "MixMonitor",
          "Monitor",
          "Record",
          "ChanSpy",
          "ExtenSpy",
          "VoiceMail",
          "DISA",
          "Pickup",
          "SendDTMF",
          "ExternalIVR",
          "Dictate");

  /// What the caller, or a telephone that claims to be one, sent.
  private static final List<String> SENT =
      List.of(
          "${EXTEN",
          "CALLERID(",
          "CONNECTEDLINE(",
          "REDIRECTING(",
          "PJSIP_HEADER(",
          "${SIPDOMAIN",
          "CHANNEL(pjsip",
          "CALLERIDNUM",
          "${DNID",
          "HISTORY_INFO");

  private record Line(String context, String extension, String application, String arguments) {}

  @Test
  void nothingThatACallerSendsDecidesWhomTheSwitchCalls() {
    List<Line> lines = dialplan();
    Set<String> fromCaller = variablesFromCallers(lines);

    assertThat(lines).hasSizeGreaterThan(150);
    assertThat(lines).noneMatch(line -> line.extension.startsWith("_"));
    // A supervisor's help, behind its announcement: the operator's own channel, named by the
    // server.
    assertThat(lines)
        .filteredOn(line -> FORBIDDEN.contains(line.application))
        .extracting(line -> line.context + " " + line.application + " " + line.arguments)
        .containsExactly("ariane-supervise ChanSpy ${SHARED(ARIANE_HOLDER,${ARIANE_CALLER})},qwES");
    assertThat(lines).extracting(Line::application).contains("Dial", "Originate", "Bridge");
    assertThat(fromCaller).contains("ARIANE_KEYS");
    assertThat(lines)
        .filteredOn(line -> CALLING.contains(line.application) || line.application.startsWith("Go"))
        .noneMatch(line -> sent(target(line), fromCaller));
    assertThat(asterisk().console("dialplan show")).doesNotContain("Include =>", "Alt. Switch");
  }

  @Test
  void whoCallsInReachesTheLinesOnlyAndTelephonesReachNothing() {
    assertThat(dialplan())
        .filteredOn(line -> line.context.equals("ariane-in"))
        .allMatch(line -> line.extension.matches("(exercise-[0-9a-f]{32}-)?[+0-9]+"))
        .allMatch(line ->
            (line.application.equals("MSet") && line.arguments.startsWith("ARIANE_"))
                || line.arguments.equals("ariane-door,s,1"));
    assertThat(dialplan()).noneMatch(line -> line.context.equals("ariane-closed"));
    for (String endpoint : List.of("anonymous", "trunk", "emergency-trunk")) {
      assertThat(context(endpoint)).isEqualTo("ariane-in");
    }
    for (String endpoint : List.of("operator-1", "operator-2")) {
      assertThat(context(endpoint)).isEqualTo("ariane-closed");
    }
  }

  @Test
  void noCallFromOutsideCanPassItselfOffAsAnExercise() {
    for (String from : List.of("+33612345678", "trunk", "emergency-trunk", "operator-1")) {
      Sipp caller =
          started(
              Sipp.call(
                  asterisk().settings().sipPort(),
                  "exercise-3919",
                  Script.caller(),
                  "<sip:" + from + "@127.0.0.1>"));
      assertThat(caller.endsWell(SOON)).isFalse();
      assertThat(caller.messages()).containsAnyOf("SIP/2.0 404", "SIP/2.0 401");
    }
  }

  private static String context(String endpoint) {
    return asterisk()
        .console("pjsip show endpoint " + endpoint)
        .lines()
        .filter(line -> line.matches(" context +: .*"))
        .map(line -> line.replaceAll(".*: ", "").strip())
        .findFirst()
        .orElse("");
  }

  private static Set<String> variablesFromCallers(List<Line> lines) {
    Set<String> found = new HashSet<>();
    int before = -1;
    while (found.size() != before) {
      before = found.size();
      for (Line line : assignments(lines)) {
        String[] parts = line.arguments.split(line.application.equals("Read") ? "," : "=", 2);
        String name = parts[0].replaceAll("^_+", "");
        if (line.application.equals("Return") && sent(line.arguments, found)) {
          found.add("GOSUB_RETVAL");
        }
        if (line.application.equals("Read")
            || (line.application.equals("Set") && parts.length == 2 && sent(parts[1], found))) {
          found.add(name);
        }
      }
    }
    // Never a way out: what the display of a telephone shows.
    found.removeIf(name -> name.startsWith("CALLERID("));
    return found;
  }

  /// Several at once count one by one.
  private static List<Line> assignments(List<Line> lines) {
    return lines.stream()
        .flatMap(line ->
            line.application.equals("MSet")
                ? Stream.of(line.arguments.split(",(?=[A-Z_]+[(=])", -1))
                    .map(one -> new Line(line.context, line.extension, "Set", one))
                : Stream.of(line))
        .toList();
  }

  private static boolean sent(String text, Set<String> variables) {
    return SENT.stream().anyMatch(text::contains)
        || variables.stream().anyMatch(name -> text.contains("${" + name + "}"));
  }

  /// Without conditions, where it is compared, and without what a subroutine is told, which is not
  /// obeyed as such.
  private static String target(Line line) {
    String unconditional = line.arguments.replaceAll("\\$\\[[^\\]]*\\]", "");
    return line.application.startsWith("Gosub")
        ? unconditional.replaceAll("\\(.*", "")
        : unconditional;
  }

  private static List<Line> dialplan() {
    List<Line> lines = new ArrayList<>();
    String context = "";
    String extension = "";
    for (String text : asterisk().console("dialplan show").split("\n", -1)) {
      Matcher heading = CONTEXT.matcher(text);
      Matcher exten = EXTENSION.matcher(text);
      Matcher step = STEP.matcher(text);
      context = heading.matches() ? heading.group(1) : context;
      extension = exten.matches() ? exten.group(1) : extension;
      if (step.matches()) {
        lines.add(new Line(context, extension, step.group(1), step.group(2)));
      }
    }
    return lines;
  }
}
