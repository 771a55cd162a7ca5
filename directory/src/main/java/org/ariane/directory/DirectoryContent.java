package org.ariane.directory;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.ariane.directory.place.Commune;
import org.ariane.directory.place.DispatchCentre;
import org.ariane.directory.place.Gazetteer;
import org.ariane.directory.place.Zone;
import org.ariane.directory.policy.Policies;
import org.ariane.directory.service.Line;
import org.ariane.directory.service.Organisation;
import org.ariane.directory.service.Service;

/// What a [Directory] is made of, in the order of ids whatever the order it came in. Whoever makes
/// one answers for its consistency: ids and line numbers are unique and references exist.
public record DirectoryContent(
    String version,
    List<Organisation> organisations,
    List<Service> services,
    List<Zone> zones,
    List<DispatchCentre> centres,
    List<Line> lines,
    List<Commune> communes,
    Policies policies,
    Gazetteer gazetteer) {
  public DirectoryContent {
    organisations = sorted(organisations, Comparator.comparing(each -> each.id().value()));
    services = sorted(services, Comparator.comparing(each -> each.id().value()));
    zones = sorted(zones, Comparator.comparing(each -> each.id().value()));
    centres = sorted(centres, Comparator.comparing(each -> each.id().value()));
    lines = sorted(lines, Comparator.comparing(each -> each.id().value()));
    communes =
        sorted(
            communes,
            Comparator.comparing(Commune::name).thenComparing(each -> each.postcode().digits()));
  }

  /// Without communes places are told by postcode only; with the usual policies.
  public DirectoryContent(
      String version,
      List<Organisation> organisations,
      List<Service> services,
      List<Zone> zones,
      List<DispatchCentre> centres,
      List<Line> lines) {
    this(
        version,
        organisations,
        services,
        zones,
        centres,
        lines,
        List.of(),
        Policies.USUAL,
        Gazetteer.EMPTY);
  }

  private static <T> List<T> sorted(Collection<T> values, Comparator<T> order) {
    return values.stream().sorted(order).toList();
  }

  /// The directory with this content, in memory.
  public Directory toDirectory() {
    return new DirectorySnapshot(this);
  }
}
