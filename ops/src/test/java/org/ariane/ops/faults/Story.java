package org.ariane.ops.faults;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// All messages about one danger, in the order in which they were sent: alarms of one phone, their
/// updates, repeats, later positions, cancellations. No two were sent at the same time.
///
/// @param alarms how many alarms there are
record Story(int alarms, List<Message> messages) {
  private static final List<String> LANGUAGES = List.of("fr", "nl", "de", "en", "ar");
  private static final List<String> TRIGGERS = List.of("button", "silent", "fall", "geofence");

  Story {
    messages = List.copyOf(messages);
  }

  /// One message about one of the alarms.
  record Message(Kind kind, int alarm, JsonObject body) {}

  /// Where a message goes.
  enum Kind {
    RAISE,
    LOCATE,
    CANCEL
  }

  static Story tell(Random random) {
    int alarms = 1 + random.nextInt(3);
    Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofMinutes(10));
    List<Message> messages = new ArrayList<>();
    for (int alarm = 0; alarm < alarms; alarm++) {
      int versions = 1 + random.nextInt(3);
      for (int i = 0; i < versions; i++) {
        at = at.plusSeconds(1 + random.nextInt(5));
        Message said = new Message(Kind.RAISE, alarm, body(random, at));
        messages.add(said);
        if (random.nextInt(3) == 0) {
          messages.add(said);
        }
      }
      if (random.nextBoolean()) {
        at = at.plusSeconds(1);
        messages.add(
            new Message(
                Kind.LOCATE, alarm, new JsonObject().put("position", position(random, at))));
      }
      if (random.nextInt(5) == 0) {
        messages.add(new Message(Kind.CANCEL, alarm, new JsonObject().put("at", at.toString())));
      }
    }
    return new Story(alarms, messages);
  }

  /// The same messages as they may arrive: each alarm under an id of its own, all from one phone,
  /// in another order.
  List<Message> arriving(Random random, String phone) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < alarms; i++) {
      ids.add(new UUID(random.nextLong(), random.nextLong()).toString());
    }
    List<Message> arriving = new ArrayList<>();
    for (Message one : messages) {
      JsonObject body = one.body().copy();
      if (one.kind() == Kind.RAISE) {
        body.put("id", ids.get(one.alarm())).put("phone", phone);
      }
      arriving.add(new Message(one.kind(), one.alarm(), body));
    }
    Collections.shuffle(arriving, random);
    return arriving;
  }

  private static JsonObject body(Random random, Instant at) {
    JsonObject body =
        new JsonObject()
            .put("raisedAt", at.toString())
            .put("trigger", TRIGGERS.get(random.nextInt(TRIGGERS.size())));
    if (random.nextInt(4) > 0) {
      body.put("position", position(random, at));
    }
    if (random.nextInt(3) == 0) {
      body.put(
          "address",
          new JsonObject()
              .put("text", random.nextInt(99) + " rue des Tilleuls")
              .put("postcode", "94700")
              .put("country", "FR"));
    }
    if (random.nextInt(3) == 0) {
      body.put("language", LANGUAGES.get(random.nextInt(LANGUAGES.size())));
    }
    if (random.nextBoolean()) {
      body.put("note", "note " + random.nextInt(1_000));
    }
    if (random.nextBoolean()) {
      body.put("canTalk", random.nextBoolean());
    }
    return body;
  }

  private static JsonObject position(Random random, Instant at) {
    return new JsonObject()
        .put("lat", 48.80 + random.nextInt(100) * 1e-4)
        .put("lon", 2.43 + random.nextInt(100) * 1e-4)
        .put("accuracyM", 5 + random.nextInt(50))
        .put("method", "gps")
        .put("at", at.minusSeconds(random.nextInt(2)).toString());
  }
}
