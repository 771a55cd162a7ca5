package org.ariane.directory.yaml;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ariane.directory.place.Country;
import org.ariane.directory.policy.Channel;
import org.ariane.directory.policy.Move;
import org.ariane.directory.policy.Occasion;
import org.ariane.directory.policy.Policies;
import org.ariane.directory.policy.Policy;
import org.ariane.directory.policy.PolicyExample;
import org.ariane.directory.policy.PolicyId;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.schedule.PublicHolidays;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.LineId;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;

/// Policies, in the order in which they are written: the first that fits decides.
final class PolicyReader {
  private static final int MOST = 200;
  private static final int AT_MOST = 4;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Names names;
  private final List<Policy> policies = new ArrayList<>();
  private final List<PolicyExample> examples = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private Optional<Value> always = Optional.empty();
  private Optional<Value> last = Optional.empty();
  private Optional<Value> version = Optional.empty();

  private record Call(ServiceId service, Value where) {}

  PolicyReader(Names names) {
    this.names = names;
  }

  void version(Value value) {
    if (version.isPresent()) {
      value.refuse("policy-version is already in " + version.get().file());
    }
    version = Optional.of(value);
  }

  Optional<Policy> read(Value value) {
    Optional<Fields> entry = value.fields("id", "when", "steps");
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    always.ifPresent(before ->
        value.refuse(
            "this never happens: the policy in line %d is for everybody".formatted(before.line())));
    last = Optional.of(value);
    Fields fields = entry.get();
    Optional<PolicyId> id = names.give(Names.Kind.POLICY, fields, PolicyId::new);
    Optional<Value> condition = fields.optional("when");
    Optional<Occasion> when =
        condition.isPresent() ? condition.flatMap(this::occasion) : Optional.of(Occasion.ALWAYS);
    if (condition.isEmpty()) {
      always = Optional.of(value);
    }
    List<Move> moves = fields.requiredList("steps", this::move);
    Optional<Policy> policy =
        id.flatMap(named -> when.flatMap(on -> checked(value, () -> new Policy(named, on, moves))));
    policy.ifPresent(policies::add);
    if (policies.size() == MOST + 1) {
      value.refuse("more than " + MOST + " policies");
    }
    return policy;
  }

  private Optional<Occasion> occasion(Value value) {
    Optional<Fields> entry =
        value.fields(
            "lines", "zones", "channels", "languages", "danger", "silent", "country", "hours");
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = entry.get();
    int before = value.problems().count();
    Set<LineId> lines =
        Set.copyOf(fields.list("lines", each -> names.refer(Names.Kind.LINE, each, LineId::new)));
    Set<org.ariane.directory.place.ZoneId> zones =
        Set.copyOf(
            fields.list(
                "zones",
                each ->
                    names.refer(Names.Kind.ZONE, each, org.ariane.directory.place.ZoneId::new)));
    Set<Channel> channels = Set.copyOf(fields.list("channels", PolicyReader::channel));
    Set<Language> languages = Set.copyOf(fields.list("languages", each -> each.as(Language::new)));
    Optional<Boolean> danger = fields.optional("danger").flatMap(Value::asBoolean);
    Optional<Boolean> silent = fields.optional("silent").flatMap(Value::asBoolean);
    Optional<Value> written = fields.optional("hours");
    Optional<Country> country =
        written.isPresent()
            ? fields.required("country").flatMap(Values::country)
            : fields.optional("country").flatMap(Values::country);
    Optional<ZoneId> clock = country.flatMap(each -> Values.usualTimeZone(each));
    if (country.isPresent() && clock.isEmpty()) {
      value.refuse("which time zone that country goes by is not known");
    }
    PublicHolidays holidays =
        country
            .flatMap(each -> PublicHolidays.of(each, Optional.empty()))
            .orElse(PublicHolidays.NONE);
    Optional<OpeningHours> hours = written.flatMap(each -> Values.hours(each, holidays));
    if (value.problems().count() > before) {
      return Optional.empty();
    }
    Occasion occasion =
        new Occasion(
            lines,
            zones,
            channels,
            languages,
            danger,
            silent,
            hours,
            clock.orElse(Occasion.ALWAYS.clock()));
    if (occasion.isAlways()) {
      value.refuse("`when` names nothing; leave it out for the last policy");
      return Optional.empty();
    }
    return Optional.of(occasion);
  }

  private static Optional<Channel> channel(Value value) {
    return value.as(text ->
        Channel.parse(text)
            .orElseThrow(() -> new IllegalArgumentException("a channel is call or chat")));
  }

  private Optional<Move> move(Value value) {
    Optional<Fields> entry = value.fields("offer", "ring", "at-once", "for", "each", "at-most");
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = entry.get();
    Optional<Value> offer = fields.optional("offer");
    Optional<Value> ring = fields.optional("ring");
    Optional<Value> atOnce = fields.optional("at-once");
    if (Stream.of(offer, ring, atOnce).filter(Optional::isPresent).count() != 1) {
      value.refuse("a step is one of offer, ring, at-once");
      return Optional.empty();
    }
    List<String> ofOthers = ring.isPresent() ? List.of("for") : List.of("each", "at-most");
    ofOthers.forEach(key ->
        fields.optional(key).ifPresent(each -> each.refuse("it does not belong to this step")));
    int before = value.problems().count();
    Optional<Duration> within = fields.optional("for").flatMap(PolicyReader::duration);
    Optional<Duration> each = fields.optional("each").flatMap(PolicyReader::duration);
    int atMost = fields.optional("at-most").flatMap(Value::asWhole).orElse(AT_MOST);
    Optional<Move> move =
        offer
            .<Move>flatMap(desks -> desks(desks).map(whose -> new Move.Offer(whose, within)))
            .or(() ->
                atOnce
                    .flatMap(word -> word.as(PolicyReader::everybody))
                    .map(everybody -> new Move.AtOnce(within)))
            .or(() ->
                ring.flatMap(numbers -> {
                  List<Value> items = numbers.isList() ? numbers.items() : List.of(numbers);
                  List<Move.Numbers> whose =
                      items.stream().flatMap(item -> numbers(item).stream()).toList();
                  return checked(value, () -> new Move.Ring(whose, each, atMost));
                }));
    return value.problems().count() > before ? Optional.empty() : move;
  }

  private static String everybody(String text) {
    if (!text.equals("everybody")) {
      throw new IllegalArgumentException("at-once asks everybody");
    }
    return text;
  }

  private static Optional<Duration> duration(Value value) {
    Optional<Duration> duration = Values.duration(value);
    duration
        .filter(each -> each.compareTo(LONGEST) > 0)
        .ifPresent(each -> value.refuse("longer than ten minutes"));
    return duration;
  }

  private static Optional<Move.Desks> desks(Value value) {
    return value.as(text ->
        switch (text) {
          case "line" -> Move.Desks.LINE;
          case "area" -> Move.Desks.AREA;
          case "anybody" -> Move.Desks.ANYBODY;
          default -> throw new IllegalArgumentException("offer to line, area or anybody");
        });
  }

  private Optional<Move.Numbers> numbers(Value value) {
    Optional<String> text = value.text();
    if (text.filter("area"::equals).isPresent()) {
      return Optional.of(new Move.Numbers.OfArea());
    }
    if (text.filter("line"::equals).isPresent()) {
      return Optional.of(new Move.Numbers.OfLine());
    }
    return text.flatMap(named -> names.refer(Names.Kind.SERVICE, value, ServiceId::new))
        .map(service -> {
          calls.add(new Call(service, value));
          return new Move.Numbers.Of(service);
        });
  }

  Optional<PolicyExample> example(Value value) {
    Optional<PolicyExample> read = new ExampleReader(names).read(value);
    read.ifPresent(examples::add);
    return read;
  }

  private static <T> Optional<T> checked(Value value, Supplier<T> made) {
    try {
      return Optional.of(made.get());
    } catch (IllegalArgumentException e) {
      value.refuse(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /// Once everything is read: who is rung has a telephone, the last policy is for all the rest.
  void reportIncomplete(Collection<Service> services) {
    for (Service service : services) {
      boolean phone = service.channels().stream().anyMatch(ServiceChannel.Phone.class::isInstance);
      calls.stream()
          .filter(call -> call.service().equals(service.id()) && !phone)
          .forEach(call -> call.where().refuse(service.id() + " has no phone"));
    }
    if (always.isEmpty()) {
      last.ifPresent(
          policy -> policy.refuse("the last policy has no `when`: it is for all the rest"));
    }
    if (version.isEmpty()) {
      last.ifPresent(policy -> policy.refuse("missing key in this file: policy-version"));
    }
  }

  /// The usual ones where no file has any.
  Policies policies() {
    if (policies.isEmpty()) {
      return new Policies(
          Policies.USUAL.version(), Policies.USUAL.policies(), List.copyOf(examples));
    }
    return new Policies(version.flatMap(Value::text).orElseThrow(), policies, examples);
  }
}
