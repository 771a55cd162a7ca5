package org.ariane.router.priority.yaml;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.danger.DangerLevel;
import org.ariane.router.order.OrderKind;
import org.ariane.router.priority.OrderWeights;
import org.ariane.router.priority.PriorityClass;
import org.ariane.router.priority.PriorityPolicy;
import org.ariane.router.priority.PriorityPolicy.Band;
import org.ariane.router.priority.PriorityPolicy.Weight;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Reads a [PriorityPolicy]. All errors are reported at once; a policy with errors is not used.
public final class YamlPriorityPolicy {
  private static final List<DangerLevel> DANGER =
      List.of(DangerLevel.MODERATE, DangerLevel.HIGH, DangerLevel.EXTREME);

  private final List<String> errors = new ArrayList<>();

  private YamlPriorityPolicy() {}

  /// The policy in force of those that come with the server.
  public static PriorityPolicy shipped() {
    return new ShippedPolicies().current();
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
    OrderWeights orders = orders(top);
    Map<DangerLevel, Integer> danger = danger(top.get("assessment"));
    if (errors.isEmpty()) {
      keepPromise(weights, orders, bands);
    }
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
        orders,
        danger,
        bands);
  }

  /// Versions from before orders have no such part.
  private OrderWeights orders(Map<?, ?> top) {
    if (!top.containsKey("orders") && !top.containsKey("order-breached")) {
      return OrderWeights.NONE;
    }
    Map<?, ?> orders = map(top.get("orders"), "orders");
    Map<OrderKind, OrderWeights.OfKind> kinds = new EnumMap<>(OrderKind.class);
    for (OrderKind kind : OrderKind.values()) {
      String where = "orders." + kind.wireName();
      Map<?, ?> of = map(orders.get(kind.wireName()), where);
      int claimed = points(of.get("claimed"), where + ".claimed");
      int verified = points(of.get("verified"), where + ".verified");
      if (verified < claimed) {
        errors.add(where + ".verified must not lie below claimed");
      }
      String text = text(of, where);
      kinds.put(kind, new OrderWeights.OfKind(Math.max(verified, claimed), claimed, text));
    }
    return new OrderWeights(kinds, weight(top.get("order-breached"), "order-breached"));
  }

  private Map<DangerLevel, Integer> danger(@Nullable Object value) {
    Map<DangerLevel, Integer> danger = new EnumMap<>(DangerLevel.class);
    if (value == null) {
      return danger;
    }
    Map<?, ?> levels = map(value, "assessment");
    int below = 0;
    for (DangerLevel level : DANGER) {
      String where = "assessment." + level.wireName();
      int points = points(levels.get(level.wireName()), where);
      if (points < below) {
        errors.add(where + " must not lie below the level before");
      }
      below = points;
      danger.put(level, points);
    }
    return danger;
  }

  /// A verified ban on contact and any alarm make at least high, whatever the numbers are.
  private void keepPromise(
      Map<Trigger, Weight> triggers, OrderWeights orders, Map<PriorityClass, Band> bands) {
    OrderWeights.OfKind ban = orders.kinds().get(OrderKind.CONTACT_BAN);
    Band high = bands.get(PriorityClass.HIGH);
    int least = triggers.values().stream().mapToInt(Weight::points).min().orElse(0);
    if (ban != null && high != null && least + ban.verified() < high.from()) {
      errors.add(
          "orders.contact-ban.verified must be at least %d: with any alarm it makes high"
              .formatted(high.from() - least));
    }
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
    String text = text(map, where);
    return new Weight(points(map.get("points"), where + ".points"), text);
  }

  private String text(Map<?, ?> map, String where) {
    if (map.get("text") instanceof String given && !given.isBlank()) {
      return given;
    }
    errors.add(where + ".text must be a text");
    return "";
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
