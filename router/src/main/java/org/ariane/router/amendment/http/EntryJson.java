package org.ariane.router.amendment.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.yaml.Written;
import org.ariane.directory.yaml.Written.Items;
import org.ariane.directory.yaml.Written.Keys;
import org.ariane.directory.yaml.Written.Text;
import org.ariane.directory.yaml.WrittenText;

/// Entries of services as JSON: the keys of the folder's files, every single value a string.
final class EntryJson {
  private EntryJson() {}

  static Optional<JsonObject> write(Optional<String> entry) {
    return entry.flatMap(WrittenText::read).map(EntryJson::write);
  }

  private static JsonObject write(Keys keys) {
    JsonObject json = new JsonObject();
    keys.values().forEach((key, value) -> json.put(key, value(value)));
    return json;
  }

  private static Object value(Written value) {
    return switch (value) {
      case Text(String text) -> text;
      case Keys keys -> write(keys);
      case Items(List<Written> values) ->
          new JsonArray(values.stream().map(EntryJson::value).toList());
    };
  }

  /// The text of an entry. Throws [IllegalArgumentException] where it is none.
  static String read(JsonObject json) {
    return WrittenText.service(keys(json, 0)).text();
  }

  private static Keys keys(JsonObject json, int depth) {
    Map<String, Written> values = new LinkedHashMap<>();
    json.forEach(each -> values.put(each.getKey(), written(each.getValue(), depth + 1)));
    return new Keys(values);
  }

  private static Written written(@org.jspecify.annotations.Nullable Object value, int depth) {
    if (depth > Written.DEEPEST) {
      throw new IllegalArgumentException("an entry is not that deep");
    }
    return switch (value) {
      case String text -> new Text(text.strip());
      case Boolean truth -> new Text(truth.toString());
      case Number number -> new Text(number.toString());
      case JsonObject object -> keys(object, depth);
      case JsonArray array -> {
        List<Written> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
          items.add(written(array.getValue(i), depth + 1));
        }
        yield new Items(items);
      }
      case null, default -> throw new IllegalArgumentException("a value is missing");
    };
  }
}
