package org.ariane.ivr.telephony;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hears every event of the switch but keys as such, which no account of the product hears either.
final class SwitchSpy implements AutoCloseable {
  static final String ACCOUNT =
      """
      [spy]
      secret=spy-secret
      read=system,call,log,verbose,agent,user,config,command,reporting,cdr,dialplan,originate,agi,security
      """;

  private static final Pattern PROMPT = Pattern.compile("[a-z]{2}/ariane/([a-z0-9-]+)");

  private final Socket socket;
  private final List<Map<String, String>> events = new CopyOnWriteArrayList<>();

  SwitchSpy(int amiPort) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), amiPort);
      socket
          .getOutputStream()
          .write(
              "Action: Login\r\nUsername: spy\r\nSecret: spy-secret\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      Thread.ofVirtual().start(this::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      Map<String, String> event = new LinkedHashMap<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          events.add(Map.copyOf(event));
          event.clear();
        } else {
          int colon = line.indexOf(':');
          event.put(line.substring(0, Math.max(colon, 0)), line.substring(colon + 1).strip());
        }
      }
    } catch (IOException e) {
      // closed
    }
  }

  List<Map<String, String>> events() {
    return List.copyOf(events);
  }

  /// Whether a number was dialled.
  boolean rung(String number) {
    return channel(number).isPresent();
  }

  /// The prompts that were played to the telephone of a number, in order.
  List<String> heard(String number) {
    List<String> prompts = new ArrayList<>();
    Optional<String> channel = channel(number);
    for (Map<String, String> event : events) {
      if (channel.equals(Optional.ofNullable(event.get("Uniqueid")))) {
        String said =
            switch (event.getOrDefault("Event", "")) {
              case "AGIExecStart" ->
                  event.getOrDefault("Command", "").startsWith("EXEC \"MSet\"")
                      ? ""
                      : event.getOrDefault("Command", "");
              case "Newexten" ->
                  List.of("Playback", "Read").contains(event.get("Application"))
                      ? event.getOrDefault("AppData", "")
                      : "";
              default -> "";
            };
        Matcher matcher = PROMPT.matcher(said);
        while (matcher.find()) {
          prompts.add(matcher.group());
        }
      }
    }
    return prompts;
  }

  /// The prompts that the dialplan played to anybody, in order, as `fr/ariane/wait`.
  List<String> said() {
    return events.stream()
        .filter(event -> "Newexten".equals(event.get("Event")))
        .filter(event -> List.of("Playback", "Read").contains(event.get("Application")))
        .flatMap(event -> PROMPT.matcher(event.getOrDefault("AppData", "")).results())
        .map(java.util.regex.MatchResult::group)
        .toList();
  }

  private Optional<String> channel(String number) {
    return events.stream()
        .filter(event -> event.getOrDefault("DialString", "").startsWith(number + "@"))
        .map(event -> event.get("DestUniqueid"))
        .findFirst();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
