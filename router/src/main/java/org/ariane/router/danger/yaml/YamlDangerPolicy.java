package org.ariane.router.danger.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ariane.router.danger.DangerFactor;
import org.ariane.router.danger.DangerFactor.Side;
import org.ariane.router.danger.DangerGrid;
import org.ariane.router.danger.DangerLevel;
import org.ariane.router.danger.DangerPolicy;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Reads a [DangerPolicy]. All errors are reported at once; a policy with errors is not used.
public final class YamlDangerPolicy {
  private static final String RESOURCE = "/org/ariane/router/danger-assessment.yaml";
  private static final List<DangerLevel> LEVELS =
      List.of(DangerLevel.MODERATE, DangerLevel.HIGH, DangerLevel.EXTREME);

  private final List<String> errors = new ArrayList<>();

  private YamlDangerPolicy() {}

  /// The policy that comes with the server.
  public static DangerPolicy shipped() {
    try (InputStream in = YamlDangerPolicy.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no " + RESOURCE);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Throws [IllegalArgumentException] that names every error.
  public static DangerPolicy parse(String yaml) {
    Object root = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return new YamlDangerPolicy().read(root);
  }

  private DangerPolicy read(@Nullable Object root) {
    Map<?, ?> top = map(root, "the file");
    if (!(top.get("version") instanceof String version) || version.isBlank()) {
      errors.add("version must be a text");
    }
    Map<DangerFactor, Integer> weights = weights(map(top.get("risk"), "risk"));
    Map<DangerLevel, Integer> from = levels(map(top.get("levels"), "levels"));
    Set<DangerFactor> light = light(top.get("light"));
    Map<?, ?> needs = map(top.get("low-needs"), "low-needs");
    Map<DangerGrid, Integer> lowNeeds = new EnumMap<>(DangerGrid.class);
    for (DangerGrid grid : DangerGrid.values()) {
      lowNeeds.put(grid, whole(needs.get(grid.wireName()), "low-needs." + grid.wireName()));
    }
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException("danger assessment: " + String.join("; ", errors));
    }
    return new DangerPolicy(String.valueOf(top.get("version")), weights, light, from, lowNeeds);
  }

  private Map<DangerFactor, Integer> weights(Map<?, ?> risk) {
    Map<DangerFactor, Integer> weights = new EnumMap<>(DangerFactor.class);
    for (DangerFactor factor : DangerFactor.values()) {
      if (factor.side() == Side.RISK) {
        String name = factor.wireName();
        weights.put(factor, whole(risk.get(name), "risk." + name));
      }
    }
    for (Object name : risk.keySet()) {
      if (DangerFactor.parse(String.valueOf(name)).filter(weights::containsKey).isEmpty()) {
        errors.add("risk." + name + " is no risk factor: safety factors have no weight");
      }
    }
    return weights;
  }

  private Map<DangerLevel, Integer> levels(Map<?, ?> levels) {
    Map<DangerLevel, Integer> from = new EnumMap<>(DangerLevel.class);
    int below = 0;
    for (DangerLevel level : LEVELS) {
      String where = "levels." + level.wireName();
      int value = whole(levels.get(level.wireName()), where);
      if (value <= below) {
        errors.add(where + " must lie above the level before");
      }
      below = value;
      from.put(level, value);
    }
    return from;
  }

  private Set<DangerFactor> light(@Nullable Object value) {
    Set<DangerFactor> light = EnumSet.noneOf(DangerFactor.class);
    if (!(value instanceof List<?> names) || names.isEmpty()) {
      errors.add("light must be a list of factors");
      return light;
    }
    for (Object name : names) {
      DangerFactor.parse(String.valueOf(name))
          .ifPresentOrElse(light::add, () -> errors.add("light: " + name + " is no factor"));
    }
    return light;
  }

  private Map<?, ?> map(@Nullable Object value, String where) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    errors.add(where + " must be a map");
    return Map.of();
  }

  private int whole(@Nullable Object value, String where) {
    if (value instanceof Integer number && number >= 1 && number <= 1000) {
      return number;
    }
    errors.add(where + " must be a whole number from 1 to 1000");
    return 1;
  }
}
