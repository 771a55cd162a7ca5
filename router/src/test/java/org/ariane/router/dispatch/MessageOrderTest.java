package org.ariane.router.dispatch;

import static org.ariane.router.dispatch.Samples.LIFE;
import static org.ariane.router.dispatch.Samples.NOW;
import static org.ariane.router.dispatch.Samples.ULIDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.service.Language;
import org.ariane.router.alarm.Address;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmFollowUp;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Fix;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.dispatch.lane.SmallDirectory;
import org.ariane.router.priority.Priority;
import org.ariane.router.priority.PriorityFeatures;
import org.junit.jupiter.api.Test;

/// The alarms, repeats, updates, positions and cancellations of one phone add up to the same,
/// whatever the order in which they arrive.
class MessageOrderTest {
  private static final int SEQUENCES = 100_000;
  private static final int SHUFFLES = 1;
  private static final PlaceFinder PLACES = new PlaceFinder(SmallDirectory.VAL_DE_MARNE, Set.of());
  private static final SmallDirectory DIRECTORY = new SmallDirectory();

  /// A message of the phone: an alarm (again under the same id, it is a repeat or an update), a
  /// later position of one, or its cancellation.
  private sealed interface Message {
    String id();

    record Raised(String id, Alarm alarm) implements Message {}

    record Located(String id, AlarmFollowUp.Update update, Instant at) implements Message {}

    record Cancelled(String id, boolean duress, Instant at) implements Message {}
  }

  private record Outcome(
      Situation situation,
      PriorityFeatures features,
      Priority priority,
      Manner manner,
      Optional<ZoneId> zone,
      boolean exercise,
      long alarms,
      Set<Boolean> cancelled) {}

  @Test
  void outcomeDoesNotDependOnTheOrderOfArrival() {
    for (int seed = 0; seed < SEQUENCES; seed++) {
      Random random = new Random(seed);
      List<Message> messages = messages(random);
      Outcome expected = outcome(messages);
      for (int i = 0; i < SHUFFLES; i++) {
        List<Message> shuffled = new ArrayList<>(messages);
        shuffled.add(messages.get(random.nextInt(messages.size())));
        Collections.shuffle(shuffled, random);
        assertThat(outcome(shuffled)).as("seed %d", seed).isEqualTo(expected);
      }
    }
  }

  /// What arrives for an alarm that is not there yet is sent again by its app once it is.
  private static Outcome outcome(List<Message> arriving) {
    List<Message> waiting = new ArrayList<>();
    Running running = new Running();
    for (Message message : arriving) {
      if (running.knows(message)) {
        running.hear(message);
      } else {
        waiting.add(message);
      }
    }
    waiting.forEach(running::hear);
    return running.outcome();
  }

  private static final class Running {
    private Optional<Incident> incident = Optional.empty();
    private final List<String> ids = new ArrayList<>();

    boolean knows(Message message) {
      return message instanceof Message.Raised || ids.contains(message.id());
    }

    void hear(Message message) {
      incident = Optional.of(next(message));
    }

    private Incident next(Message message) {
      return switch (message) {
        case Message.Raised raised -> raised(raised);
        case Message.Located located -> {
          Situation wider =
              now()
                  .situation()
                  .with(
                      located.update().fix(), located.update().address(), List.of(), located.at());
          yield apply(
              new IncidentEvent.LocationUpdated(
                  located.update(), placed(wider), Background.Known.NOTHING, located.at()));
        }
        case Message.Cancelled cancelled ->
            apply(
                new IncidentEvent.Cancelled(
                    alarm(cancelled.id()), cancelled.duress(), cancelled.at()));
      };
    }

    private Incident raised(Message.Raised raised) {
      Alarm alarm = raised.alarm();
      if (incident.isEmpty()) {
        ids.add(raised.id());
        return LIFE.open(
                IncidentId.mint(ULIDS),
                AlarmId.mint(ULIDS),
                alarm,
                own(alarm),
                Background.Known.NOTHING)
            .next();
      }
      List<String> astray = own(alarm).degraded();
      Placement placement = placed(now().situation().with(alarm, astray));
      if (!ids.contains(raised.id())) {
        ids.add(raised.id());
        return apply(
            new IncidentEvent.AlarmJoined(
                AlarmId.mint(ULIDS),
                alarm,
                placement,
                astray,
                Background.Known.NOTHING,
                alarm.receivedAt()));
      }
      RaisedAlarm same = now().alarms().get(ids.indexOf(raised.id()));
      return same.heard(alarm.fingerprint())
          ? now()
          : apply(
              new IncidentEvent.AlarmUpdated(
                  same.id(),
                  alarm,
                  placement,
                  astray,
                  Background.Known.NOTHING,
                  alarm.receivedAt()));
    }

    private Incident apply(IncidentEvent event) {
      return LIFE.apply(now(), event).next();
    }

    private Incident now() {
      return incident.orElseThrow();
    }

    private AlarmId alarm(String id) {
      return now().alarms().get(ids.indexOf(id)).id();
    }

    Outcome outcome() {
      Incident end = now();
      return new Outcome(
          end.situation(),
          end.features(),
          end.priority(),
          end.manner(),
          end.ownership().zone(),
          end.exercise(),
          end.alarms().size(),
          Set.copyOf(
              end.alarms().stream().map(raised -> raised.cancelledAt().isPresent()).toList()));
    }
  }

  private static Placement own(Alarm alarm) {
    return PLACES.find(
        DIRECTORY, alarm.fix(), alarm.address(), alarm.forSomeoneElse(), alarm.degraded());
  }

  private static Placement placed(Situation situation) {
    return PLACES.find(
        DIRECTORY, situation.fix(), situation.address(), situation.forSomeoneElse(), List.of());
  }

  private static List<Message> messages(Random random) {
    List<Message> messages = new ArrayList<>();
    int alarms = 1 + random.nextInt(3);
    for (int i = 0; i < alarms; i++) {
      String id = "alarm-" + i;
      messages.add(new Message.Raised(id, alarm(random, id)));
      if (random.nextInt(3) == 0) {
        messages.add(new Message.Raised(id, alarm(random, id)));
      }
      if (random.nextInt(2) == 0) {
        Instant at = any(random);
        messages.add(
            new Message.Located(
                id,
                new AlarmFollowUp.Update(fix(random), address(random), List.of()),
                at.plusSeconds(600)));
      }
      if (random.nextInt(4) == 0) {
        messages.add(new Message.Cancelled(id, random.nextBoolean(), NOW.plusSeconds(700)));
      }
    }
    return messages;
  }

  private static Alarm alarm(Random random, String id) {
    return new Alarm(
        new AlarmSource.App("app-1"),
        id,
        "content-" + random.nextLong(),
        NOW.plusSeconds(300),
        Optional.of(any(random)),
        List.of(Trigger.values()).get(random.nextInt(Trigger.values().length)),
        Optional.of(new PhoneNumber("+33639980001")),
        fix(random),
        address(random),
        random.nextBoolean()
            ? Optional.of(random.nextBoolean() ? Language.AR : Language.FR)
            : Optional.empty(),
        random.nextBoolean() ? Optional.of("note " + random.nextInt(3)) : Optional.empty(),
        random.nextBoolean() ? Optional.of(random.nextBoolean()) : Optional.empty(),
        random.nextInt(5) == 0,
        false,
        Optional.empty(),
        Optional.empty(),
        random.nextInt(4) == 0 ? List.of("/note") : List.of());
  }

  private static Optional<Fix> fix(Random random) {
    if (random.nextInt(3) == 0) {
      return Optional.empty();
    }
    boolean lille = random.nextInt(4) == 0;
    Position position = lille ? new Position(50.63, 3.06) : new Position(48.80, 2.43);
    return Optional.of(
        new Fix(
            position,
            random.nextBoolean() ? OptionalDouble.of(random.nextInt(50)) : OptionalDouble.empty(),
            random.nextBoolean() ? Optional.of("gps") : Optional.empty(),
            random.nextBoolean() ? Optional.of(any(random)) : Optional.empty()));
  }

  private static Optional<Address> address(Random random) {
    return random.nextBoolean()
        ? Optional.empty()
        : Optional.of(
            new Address(
                Optional.of(random.nextInt(4) + " rue des Tilleuls"),
                Optional.of(random.nextBoolean() ? "94700" : "59000"),
                Optional.empty(),
                Optional.of("FR")));
  }

  private static Instant any(Random random) {
    return NOW.plusSeconds(random.nextInt(200));
  }
}
