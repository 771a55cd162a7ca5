package org.ariane.ivr.telephony;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Notes when the switch began to ring somebody for a caller, when it led one to the rescue, and
/// when a channel ended.
final class SwitchClock implements AutoCloseable {
  static final String ACCOUNT = SwitchSpy.ACCOUNT;

  private record Note(long at, String event, String channel) {}

  private final Socket socket;
  private final List<Note> notes = new CopyOnWriteArrayList<>();

  SwitchClock(int amiPort) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), amiPort);
      socket
          .getOutputStream()
          .write(
              "Action: Login\r\nUsername: spy\r\nSecret: spy-secret\r\nEvents: call,user\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      Map<String, String> event = new HashMap<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          String kind = event.getOrDefault("Event", "");
          if (kind.equals("Newchannel")
              || kind.equals("DialBegin")
              || kind.equals("Hangup")
              || "rescue".equals(event.get("What"))) {
            notes.add(new Note(System.nanoTime(), kind, event.getOrDefault("Channel", "")));
          }
          event.clear();
        } else {
          int colon = Math.max(line.indexOf(':'), 0);
          event.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
      }
    } catch (IOException e) {
      // closed
    }
  }

  /// Callers for whom nobody was rung since then.
  Set<String> unrung(Set<String> callers, long since) {
    Set<String> left = new HashSet<>(callers);
    notes.stream()
        .filter(note -> note.event().equals("DialBegin") && note.at() >= since)
        .forEach(note -> left.remove(note.channel()));
    return left;
  }

  /// The longest that one of these callers waited until somebody was rung for her.
  Duration longest(Set<String> callers, long since) {
    long longest = 0;
    for (String caller : callers) {
      OptionalLong first =
          notes.stream()
              .filter(note -> note.event().equals("DialBegin") && note.at() >= since)
              .filter(note -> note.channel().equals(caller))
              .mapToLong(Note::at)
              .findFirst();
      longest = Math.max(longest, first.orElse(Long.MAX_VALUE) - since);
    }
    return Duration.ofNanos(longest);
  }

  /// How long each of these callers waited until somebody was rung for her, the shortest first.
  List<Duration> waits(Set<String> callers, long since) {
    return callers.stream().map(caller -> longest(Set.of(caller), since)).sorted().toList();
  }

  /// The same for callers who came after a fault, each from her arrival.
  List<Duration> waits(Set<String> callers) {
    return callers.stream()
        .map(caller ->
            longest(
                Set.of(caller),
                notes.stream()
                    .filter(note -> note.event().equals("Newchannel"))
                    .filter(note -> note.channel().equals(caller))
                    .mapToLong(Note::at)
                    .min()
                    .orElse(0)))
        .sorted()
        .toList();
  }

  /// How often a caller was led to the rescue since then.
  long rescues(long since) {
    return notes.stream()
        .filter(note -> note.event().equals("UserEvent") && note.at() >= since)
        .count();
  }

  /// Channels that ended since then, of all that begin so.
  long ended(String prefix, long since) {
    return notes.stream()
        .filter(note -> note.event().equals("Hangup") && note.at() >= since)
        .filter(note -> note.channel().startsWith(prefix))
        .count();
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
