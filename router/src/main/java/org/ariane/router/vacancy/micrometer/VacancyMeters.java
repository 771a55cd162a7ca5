package org.ariane.router.vacancy.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.ariane.router.vacancy.Vacancies;
import org.ariane.router.vacancy.VacancyBoard;

/// How old the words of services are, and what became of those that they said.
public final class VacancyMeters implements Vacancies.Observer {
  private final MeterRegistry registry;

  private VacancyMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  public static VacancyMeters of(VacancyBoard board, MeterRegistry registry) {
    Gauge.builder("ariane.places.services", () -> board.figures().inForce())
        .tag("state", "in-force")
        .description("Services whose last word on their free places counts now")
        .register(registry);
    Gauge.builder("ariane.places.services", () -> board.figures().expired())
        .tag("state", "expired")
        .description("Services whose last word expired and that said nothing since")
        .register(registry);
    Gauge.builder("ariane.places.oldest", () -> board.figures().oldest().toSeconds())
        .baseUnit("seconds")
        .description("Age of the oldest word that counts now")
        .register(registry);
    return new VacancyMeters(registry);
  }

  @Override
  public void said(String way, String outcome) {
    registry.counter("ariane.places.said", "way", way, "outcome", outcome).increment();
  }
}
