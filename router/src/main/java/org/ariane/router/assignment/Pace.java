package org.ariane.router.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.presence.Seat;

/// How fast desks have served in the last hour: conversations that ended, and the time that
/// operators spent, also on those that still go on (who is talking for long already counts).
final class Pace {
  static final Duration WINDOW = Duration.ofHours(1);
  private static final int REMEMBERED = 2_000;

  private record Key(PrincipalId operator, ContactId contact) {}

  private record Begun(ServiceId desk, ContactChannel channel, Instant at) {}

  private record Ended(ServiceId desk, ContactChannel channel, Instant from, Instant to) {}

  private final Map<Key, Begun> going = new LinkedHashMap<>();
  private final Deque<Ended> ended = new ArrayDeque<>();

  /// A seat changed; conversations that began or ended with it are noted.
  void changed(Seat before, Seat after, Instant now) {
    for (ContactId contact : talks(after)) {
      if (!before.talksTo(contact)) {
        ContactChannel channel =
            after.chats().contains(contact) ? ContactChannel.CHAT : ContactChannel.CALL;
        going.put(new Key(after.operator(), contact), new Begun(after.desk(), channel, now));
      }
    }
    for (ContactId contact : talks(before)) {
      if (!after.talksTo(contact)) {
        over(new Key(before.operator(), contact), now);
      }
    }
  }

  private void over(Key key, Instant now) {
    Begun begun = going.remove(key);
    if (begun != null) {
      ended.addLast(new Ended(begun.desk(), begun.channel(), begun.at(), now));
      if (ended.size() > REMEMBERED) {
        ended.removeFirst();
      }
    }
  }

  private static List<ContactId> talks(Seat seat) {
    List<ContactId> talks = new ArrayList<>(seat.chats());
    seat.call().ifPresent(talks::add);
    return talks;
  }

  /// What was seen of these desks on the channel.
  ///
  /// @param around what an operator spends on a conversation before and after it
  Served served(Collection<ServiceId> desks, ContactChannel channel, Duration around, Instant now) {
    Instant from = now.minus(WINDOW);
    while (!ended.isEmpty() && ended.getFirst().to().isBefore(from)) {
      ended.removeFirst();
    }
    int count = 0;
    Duration spent = Duration.ZERO;
    for (Ended talk : ended) {
      if (talk.channel() == channel && desks.contains(talk.desk())) {
        count++;
        spent = spent.plus(since(from, talk.from(), talk.to())).plus(around);
      }
    }
    for (Begun talk : going.values()) {
      if (talk.channel() == channel && desks.contains(talk.desk())) {
        spent = spent.plus(since(from, talk.at(), now));
      }
    }
    return new Served(count, spent);
  }

  private static Duration since(Instant from, Instant begun, Instant to) {
    return Duration.between(begun.isBefore(from) ? from : begun, to);
  }
}
