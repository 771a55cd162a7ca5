package org.ariane.directory.yaml;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ariane.directory.service.ServiceId;

/// Which ids the files give and which they refer to. An entry that is wrong otherwise still counts
/// as given, so that one mistake is reported once.
final class Names {
  enum Kind {
    ORGANISATION,
    SERVICE,
    ZONE,
    CENTRE,
    LINE,
    POLICY;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private record Reference(Kind kind, String id, Value where) {}

  private final Map<Kind, Map<String, Value>> given = new EnumMap<>(Kind.class);
  private final List<Reference> references = new ArrayList<>();

  <T> Optional<T> give(Kind kind, Fields fields, Function<String, T> constructor) {
    Optional<Value> value = fields.required("id");
    Optional<T> id = value.flatMap(each -> each.as(constructor));
    if (value.isPresent() && id.isPresent()) {
      Value here = value.get();
      String name = String.valueOf(id.get());
      Value before = given.computeIfAbsent(kind, any -> new HashMap<>()).putIfAbsent(name, here);
      if (before != null) {
        here.refuse(
            "%s %s is already in %s line %d"
                .formatted(kind.word(), name, before.file(), before.line()));
      }
    }
    return id;
  }

  <T> Optional<T> refer(Kind kind, Value value, Function<String, T> constructor) {
    Optional<T> id = value.as(constructor);
    id.ifPresent(name -> references.add(new Reference(kind, String.valueOf(name), value)));
    return id;
  }

  /// The value names this id among other things.
  void mention(Kind kind, Value value, String id) {
    references.add(new Reference(kind, id, value));
  }

  void reportDangling() {
    for (Reference reference : references) {
      if (!given.getOrDefault(reference.kind(), Map.of()).containsKey(reference.id())) {
        String reason = "there is no %s %s".formatted(reference.kind().word(), reference.id());
        if (reference.kind() == Kind.SERVICE) {
          reference.where().refuse(reason, new ServiceId(reference.id()));
        } else {
          reference.where().refuse(reason);
        }
      }
    }
  }
}
