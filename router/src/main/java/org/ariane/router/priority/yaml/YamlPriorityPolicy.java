package org.ariane.router.priority.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.priority.PriorityClass;
import org.ariane.router.priority.PriorityPolicy;
import org.ariane.router.priority.PriorityPolicy.Band;
import org.ariane.router.priority.PriorityPolicy.Weight;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Reads a [PriorityPolicy]. All errors are reported at once; a policy with errors is not used.
public final class YamlPriorityPolicy {
  private static final String RESOURCE = "/org/ariane/router/priority-policy.yaml";

  private final List<String> errors = new ArrayList<>();

  private YamlPriorityPolicy() {}

  /// The policy that comes with the server.
  public static PriorityPolicy shipped() {
    try (InputStream in = YamlPriorityPolicy.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no " + RESOURCE);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Throws [IllegalArgumentException] that names every error.
  public static PriorityPolicy parse(String yaml) {
    Object root = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return new YamlPriorityPolicy().read(root);
  }

  private PriorityPolicy read(@Nullable Object root) {
    Map<?, ?> top = map(root, "the file");
    Map<?, ?> triggers = map(top.get("triggers"), "triggers");
    Map<Trigger, Weight> weights = new EnumMap<>(Trigger.class);
    for (Trigger trigger : Trigger.values()) {
      String name = trigger.wireName();
      weights.put(trigger, weight(triggers.get(name), "triggers." + name));
    }
    Map<?, ?> classes = map(top.get("classes"), "classes");
    Map<PriorityClass, Band> bands = new EnumMap<>(PriorityClass.class);
    int above = Integer.MAX_VALUE;
    for (PriorityClass urgency : PriorityClass.values()) {
      String where = "classes." + urgency.wireName();
      Map<?, ?> band = map(classes.get(urgency.wireName()), where);
      int from = points(band.get("from"), where + ".from");
      if (from >= above && errors.isEmpty()) {
        errors.add(where + ".from must lie below that of the class above");
      }
      above = from;
      bands.put(urgency, new Band(from, rate(band.get("per-minute"), where + ".per-minute")));
    }
    Map<?, ?> redList = map(top.get("red-list"), "red-list");
    Map<?, ?> repeat = map(top.get("repeat"), "repeat");
    Object version = top.get("version");
    if (!(version instanceof String text) || text.isBlank()) {
      errors.add("version must be a text");
    }
    Weight cannotTalk = weight(top.get("cannot-talk"), "cannot-talk");
    Weight duress = weight(top.get("duress"), "duress");
    int base = points(redList.get("base"), "red-list.base");
    int perSeriousness = points(redList.get("per-seriousness"), "red-list.per-seriousness");
    int each = points(repeat.get("each"), "repeat.each");
    int most = points(repeat.get("most"), "repeat.most");
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException("priority policy: " + String.join("; ", errors));
    }
    return new PriorityPolicy(
        String.valueOf(version),
        weights,
        cannotTalk,
        duress,
        base,
        perSeriousness,
        each,
        most,
        bands);
  }

  private Map<?, ?> map(@Nullable Object value, String where) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    errors.add(where + " must be a map");
    return Map.of();
  }

  private Weight weight(@Nullable Object value, String where) {
    Map<?, ?> map = map(value, where);
    String text = "";
    if (map.get("text") instanceof String given && !given.isBlank()) {
      text = given;
    } else {
      errors.add(where + ".text must be a text");
    }
    return new Weight(points(map.get("points"), where + ".points"), text);
  }

  private int points(@Nullable Object value, String where) {
    if (value instanceof Integer number && number >= 0 && number <= 1000) {
      return number;
    }
    errors.add(where + " must be a whole number from 0 to 1000");
    return 0;
  }

  private double rate(@Nullable Object value, String where) {
    if (value instanceof Number number && number.doubleValue() > 0 && number.doubleValue() <= 60) {
      return number.doubleValue();
    }
    errors.add(where + " must be a number above 0, at most 60");
    return 1;
  }
}
