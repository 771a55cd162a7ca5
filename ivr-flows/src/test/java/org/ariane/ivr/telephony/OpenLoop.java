package org.ariane.ivr.telephony;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Many callers who come at their own pace, whatever becomes of those before them.
final class OpenLoop implements AutoCloseable {
  private static final Pattern MESSAGE =
      Pattern.compile(
          "-{20,} (\\S+ \\S+)\\R(?:UDP|TCP) message (sent|received) [^\\n]*\\n\\n([^\\r\\n]*)(.*?)(?=\\R-{20,} |\\z)",
          Pattern.DOTALL);
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

  private final Sipp sipp;
  private final int count;

  private OpenLoop(Sipp sipp, int count) {
    this.sipp = sipp;
    this.count = count;
  }

  /// One call for each number.
  ///
  /// @param keys pressed two seconds after the answer; empty for none
  static OpenLoop callers(
      int sipPort, List<String> numbers, int perSecond, Duration stay, String keys) {
    Script steps = Script.caller();
    if (!keys.isEmpty()) {
      steps.after(Duration.ofSeconds(2)).keys(keys);
    }
    String scenario = steps.after(stay).into(Sipp.resource("/sipp/open-loop.xml"));
    try {
      Path list = Files.createTempFile("numbers", ".csv");
      Files.writeString(list, "SEQUENTIAL\n" + String.join(";\n", numbers) + ";\n");
      return new OpenLoop(
          Sipp.many(
              scenario,
              numbers.size(),
              List.of(
                  "-inf",
                  list.toString(),
                  "-r",
                  Integer.toString(perSecond),
                  "-l",
                  "20000",
                  "-s",
                  "3919",
                  "127.0.0.1:" + sipPort)),
          numbers.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Numbers of as many blocks as there are callers.
  static List<String> everywhere(int count) {
    return IntStream.range(0, count).mapToObj(i -> "+336%05d001".formatted(i * 37)).toList();
  }

  static List<String> elsewhere(int count) {
    return IntStream.range(0, count).mapToObj(i -> "+339%05d001".formatted(i * 41)).toList();
  }

  /// Numbers of one block.
  static List<String> oneBlock(int count) {
    return IntStream.range(0, count).mapToObj(i -> "+33700000%03d".formatted(i)).toList();
  }

  /// Callers who show no number.
  static List<String> withheld(int count) {
    return java.util.Collections.nCopies(count, "anonymous");
  }

  int count() {
    return count;
  }

  boolean endsWell(Duration within) {
    return sipp.endsWell(within);
  }

  String errors() {
    return sipp.errors();
  }

  /// When each first `INVITE` was sent, in order.
  List<LocalDateTime> called() {
    return first("sent", "INVITE sip:");
  }

  /// How long each who was answered waited for it.
  List<Duration> answeredAfter() {
    List<Duration> waits = new ArrayList<>();
    Map<String, LocalDateTime> sent = new LinkedHashMap<>();
    for (Message message : messages(sipp)) {
      if (message.way.equals("sent") && message.line.startsWith("INVITE ")) {
        sent.putIfAbsent(message.call, message.at);
      }
      if (message.line.startsWith("SIP/2.0 200") && message.text.contains(" INVITE")) {
        LocalDateTime from = sent.remove(message.call);
        if (from != null) {
          waits.add(Duration.between(from, message.at));
        }
      }
    }
    return waits;
  }

  int refused() {
    return first("received", "SIP/2.0 503").size();
  }

  private List<LocalDateTime> first(String way, String line) {
    return first(sipp, way, line);
  }

  /// When the first message of each call that begins so came by.
  static List<LocalDateTime> first(Sipp of, String way, String line) {
    Map<String, LocalDateTime> times = new LinkedHashMap<>();
    for (Message message : messages(of)) {
      if (message.way.equals(way) && message.line.startsWith(line)) {
        times.putIfAbsent(message.call, message.at);
      }
    }
    return List.copyOf(times.values());
  }

  private record Message(LocalDateTime at, String way, String line, String text, String call) {}

  private static List<Message> messages(Sipp of) {
    List<Message> all = new ArrayList<>();
    Matcher matcher = MESSAGE.matcher(of.messages().replace("\r", ""));
    while (matcher.find()) {
      String text = matcher.group(4);
      int call = text.indexOf("\nCall-ID:");
      all.add(
          new Message(
              LocalDateTime.parse(matcher.group(1), AT),
              matcher.group(2),
              matcher.group(3),
              text,
              call < 0 ? "" : text.substring(call + 9, text.indexOf('\n', call + 1)).strip()));
    }
    return all;
  }

  @Override
  public void close() {
    sipp.close();
  }
}
