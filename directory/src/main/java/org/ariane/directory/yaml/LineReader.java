package org.ariane.directory.yaml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Country;
import org.ariane.directory.service.AllAtOnce;
import org.ariane.directory.service.Line;
import org.ariane.directory.service.LineId;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;

/// Lines that people dial. No two have one number.
final class LineReader {
  private final Names names;
  private final Map<PhoneNumber, Value> numbers = new HashMap<>();
  private final List<Call> calls = new ArrayList<>();

  private record Call(ServiceId service, String channel, Value where) {}

  LineReader(Names names) {
    this.names = names;
  }

  Optional<Line> read(Value value) {
    int before = value.problems().count();
    Optional<Fields> entry =
        value.fields(
            "id",
            "name",
            "country",
            "number",
            "desks",
            "offer-for",
            "overflow",
            "fallback",
            "parallel");
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = entry.get();
    Optional<LineId> id = names.give(Names.Kind.LINE, fields, LineId::new);
    Optional<String> name = fields.text("name");
    Optional<Country> country = fields.required("country").flatMap(Values::country);
    Optional<Value> written = fields.required("number");
    Optional<Duration> offerFor = fields.required("offer-for").flatMap(Values::duration);
    List<ServiceId> desks = fields.list("desks", item -> service(item, "desk"));
    List<ServiceId> overflow = fields.list("overflow", item -> service(item, "phone"));
    if (desks.isEmpty() && overflow.isEmpty()) {
      value.refuse("nobody answers this line: it needs desks or overflow");
    }
    Optional<PhoneNumber> number =
        country.flatMap(here -> written.flatMap(each -> Values.phone(each, here)));
    Optional<PhoneNumber> fallback =
        country.flatMap(
            here -> fields.optional("fallback").flatMap(each -> Values.phone(each, here)));
    if (number.isPresent() && numbers.putIfAbsent(number.get(), value) != null) {
      written.ifPresent(each -> each.refuse("another line has this number"));
    }
    List<AllAtOnce> parallel =
        fields.list(
            "parallel",
            item ->
                item.as(text ->
                    AllAtOnce.parse(text)
                        .orElseThrow(() ->
                            new IllegalArgumentException(
                                "parallel is for danger, silence or everybody"))));
    if (value.problems().count() > before
        || id.isEmpty()
        || name.isEmpty()
        || number.isEmpty()
        || offerFor.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Line(
            id.get(),
            name.get(),
            number.get(),
            desks,
            offerFor.get(),
            overflow,
            fallback,
            Set.copyOf(parallel)));
  }

  private Optional<ServiceId> service(Value value, String channel) {
    Optional<ServiceId> id = names.refer(Names.Kind.SERVICE, value, ServiceId::new);
    id.ifPresent(service -> calls.add(new Call(service, channel, value)));
    return id;
  }

  /// Once all services are read: whom a line calls must have what it is called by.
  void reportUnreachable(Collection<Service> services) {
    for (Service service : services) {
      Set<String> has =
          service.channels().stream().map(ServiceChannel::kind).collect(Collectors.toSet());
      calls.stream()
          .filter(call -> call.service().equals(service.id()) && !has.contains(call.channel()))
          .forEach(call ->
              call.where().refuse(service.id() + " has no " + call.channel(), service.id()));
    }
  }
}
