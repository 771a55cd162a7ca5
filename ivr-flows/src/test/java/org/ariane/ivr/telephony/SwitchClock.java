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

/// Notes when the switch began to ring somebody for a caller, and when a channel ended.
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
              "Action: Login\r\nUsername: spy\r\nSecret: spy-secret\r\nEvents: call\r\n\r\n"
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
          if (kind.equals("DialBegin") || kind.equals("Hangup")) {
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
