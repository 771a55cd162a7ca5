package org.ariane.directory.yaml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.policy.Channel;
import org.ariane.directory.policy.PolicyExample;
import org.ariane.directory.policy.Situation;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.LineId;

/// What those who wrote the policies expect to come of them.
final class ExampleReader {
  private final Names names;

  ExampleReader(Names names) {
    this.names = names;
  }

  Optional<PolicyExample> read(Value value) {
    int before = value.problems().count();
    Optional<Fields> entry =
        value.fields(
            "name", "line", "channel", "postcode", "language", "danger", "silent", "at", "steps");
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = entry.get();
    Optional<String> name = fields.text("name");
    Optional<LineId> line =
        fields.required("line").flatMap(each -> names.refer(Names.Kind.LINE, each, LineId::new));
    Optional<Channel> channel =
        fields
            .optional("channel")
            .flatMap(each ->
                each.as(text ->
                    Channel.parse(text)
                        .orElseThrow(
                            () -> new IllegalArgumentException("a channel is call or chat"))));
    Optional<Postcode> postcode =
        fields
            .optional("postcode")
            .flatMap(each ->
                each.as(text ->
                    Postcode.parse(text)
                        .orElseThrow(() ->
                            new IllegalArgumentException("not a French or Belgian postcode"))));
    Optional<Language> language =
        fields.optional("language").flatMap(each -> each.as(Language::new));
    Optional<Instant> at = fields.required("at").flatMap(ExampleReader::instant);
    List<String> steps = fields.requiredList("steps", Value::text);
    if (value.problems().count() > before || name.isEmpty() || line.isEmpty() || at.isEmpty()) {
      return Optional.empty();
    }
    Situation situation =
        new Situation(
            line.get(),
            channel.orElse(Channel.CALL),
            Set.of(),
            language,
            fields.flag("danger"),
            fields.flag("silent"),
            at.get());
    return Optional.of(
        new PolicyExample(name.get(), situation, postcode, steps, value.file(), value.line()));
  }

  private static Optional<Instant> instant(Value value) {
    return value.as(text -> {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("a moment is written as 2027-01-01T03:00:00+01:00", e);
      }
    });
  }
}
