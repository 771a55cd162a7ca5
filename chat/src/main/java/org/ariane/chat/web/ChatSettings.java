package org.ariane.chat.web;

import java.time.Duration;
import org.ariane.directory.service.LineId;

/// How the chat behaves.
///
/// @param line who answers where neither place nor language says otherwise
/// @param resumeWithin how long a chat is kept after the network was lost
/// @param resumeInDanger the same, after she said that she is in danger
/// @param idle how long two people may be silent before a chat ends
/// @param perAddress open chats from one network address; many may share one (a shelter, a carrier)
/// @param total open chats of this server
public record ChatSettings(
    LineId line,
    Duration resumeWithin,
    Duration resumeInDanger,
    Duration idle,
    int perAddress,
    int total) {
  public static final ChatSettings STANDARD =
      new ChatSettings(
          new LineId("3919"),
          Duration.ofMinutes(2),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          300,
          12_000);

  public ChatSettings withLimits(int perAddress, int total) {
    return new ChatSettings(line, resumeWithin, resumeInDanger, idle, perAddress, total);
  }

  public ChatSettings withResume(Duration resumeWithin) {
    return new ChatSettings(line, resumeWithin, resumeInDanger, idle, perAddress, total);
  }
}
