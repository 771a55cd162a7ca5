package org.ariane.directory.exchange;

import java.util.List;

/// What an import of services brings: records that are right each by itself, and everything that is
/// to be said of the rest.
public record Imported(
    List<ImportedOrganisation> organisations, List<ImportedService> services, Findings findings) {
  public Imported {
    organisations = List.copyOf(organisations);
    services = List.copyOf(services);
  }

  static Imported nothing(Findings findings) {
    return new Imported(List.of(), List.of(), findings);
  }
}
