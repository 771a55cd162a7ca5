package org.ariane.ops.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.place.ZoneId;
import org.ariane.ops.config.Configuration;
import org.ariane.ops.config.KeyFile;
import org.ariane.ops.config.Keys;
import org.ariane.ops.health.PartHealth;
import org.ariane.router.dispatch.lane.AlarmLane;
import org.ariane.router.redlist.LegalBasis;
import org.ariane.router.redlist.lane.RedListParts;

/// What the red list and the audit log run on.
public final class RedLists {
  /// A made-up agreement, so that the sample can be tried. It holds with the sample's accounts
  /// alone.
  private static final LegalBasis SAMPLE =
      new LegalBasis("convention-94-2026-03", Optional.empty(), List.of());

  private RedLists() {}

  public static RedListParts parts(Keys keys, Configuration configuration) {
    Map<ZoneId, LegalBasis> sample =
        configuration.accounts().isPresent()
            ? Map.of()
            : Map.of(new ZoneId("fr-94"), SAMPLE, new ZoneId("fr-94-maisons-alfort"), SAMPLE);
    return new RedListParts(
        new KeyFile(keys.folder().resolve("lookups.json"), keys.lookups()),
        new KeyFile(keys.folder().resolve("values.json"), keys.values()),
        sample);
  }

  static PartHealth health(AlarmLane lane) {
    List<String> worries = new ArrayList<>(lane.redList().worries());
    if (!lane.auditWhole()) {
      worries.add("the audit log does not reach its anchor: see ops/audit verify");
    }
    return worries.isEmpty()
        ? PartHealth.up("No review is overdue, the audit log is whole")
        : PartHealth.degraded(String.join("; ", worries));
  }
}
