package org.ariane.router.priority.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.ariane.router.priority.Policies;
import org.ariane.router.priority.PriorityPolicy;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The policies that come with the server: one file a version, and one that names the current.
public final class ShippedPolicies implements Policies {
  private static final String CURRENT = "/org/ariane/router/priority-policy.yaml";
  private static final String FOLDER = "/org/ariane/router/priority-policies/";
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,40}");

  private final Map<String, PriorityPolicy> read = new ConcurrentHashMap<>();

  @Override
  public PriorityPolicy current() {
    String text = text(CURRENT).orElseThrow(() -> new IllegalStateException("no " + CURRENT));
    Object root = new Load(LoadSettings.builder().build()).loadFromString(text);
    if (root instanceof Map<?, ?> map && map.get("current") instanceof String version) {
      return version(version)
          .orElseThrow(() -> new IllegalStateException("no priority policy " + version));
    }
    throw new IllegalStateException(CURRENT + " does not name the current version");
  }

  @Override
  public Optional<PriorityPolicy> version(String name) {
    if (!VERSION.matcher(name).matches() || name.contains("..")) {
      return Optional.empty();
    }
    Optional<PriorityPolicy> known = Optional.ofNullable(read.get(name));
    return known.or(() -> text(FOLDER + name + ".yaml").map(yaml -> named(name, yaml)));
  }

  private PriorityPolicy named(String name, String yaml) {
    PriorityPolicy policy = YamlPriorityPolicy.parse(yaml);
    if (!policy.version().equals(name)) {
      throw new IllegalStateException("the policy " + name + " calls itself " + policy.version());
    }
    read.put(name, policy);
    return policy;
  }

  private static Optional<String> text(String resource) {
    try (InputStream in = ShippedPolicies.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
