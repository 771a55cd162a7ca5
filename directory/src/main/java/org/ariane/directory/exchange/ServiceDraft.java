package org.ariane.directory.exchange;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.place.Country;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.OrganisationId;
import org.ariane.directory.service.Particulars;
import org.ariane.directory.service.Premises;
import org.ariane.directory.service.Provenance;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.service.ServiceKind;
import org.ariane.directory.service.SpokenLanguage;

/// A service while it is read. What its record does not say is taken from what the coordinator
/// said, with a finding; where neither says what nobody can be routed without, it is left out.
public final class ServiceDraft {
  private static final Map<Country, ZoneId> TIME_ZONES =
      Map.of(Country.FR, ZoneId.of("Europe/Paris"), Country.BE, ZoneId.of("Europe/Brussels"));
  private static final LocalDate NEVER = LocalDate.EPOCH;
  private static final int LONGEST_NAME = 300;

  private final Item item;
  private final Assumptions assumptions;
  private final Set<String> needs = new HashSet<>();
  private final Set<Audience> audiences = EnumSet.noneOf(Audience.class);
  private final Map<Language, OpeningHours> languages = new LinkedHashMap<>();
  private final Set<ServiceChannel> channels = new LinkedHashSet<>();
  private Optional<ServiceKind> kind = Optional.empty();
  private Optional<Coverage> coverage = Optional.empty();
  private Optional<LocalDate> confirmedAt = Optional.empty();
  private Optional<Provenance> provenance = Optional.empty();
  private Premises premises = new Premises.Unknown();
  private Particulars particulars = Particulars.UNKNOWN;
  private boolean shown;

  public ServiceDraft(Item item, Assumptions assumptions) {
    this.item = item;
    this.assumptions = assumptions;
  }

  public void kind(ServiceKind to) {
    kind = Optional.of(to);
  }

  public void need(String urn) {
    needs.add(urn);
  }

  public void takes(Audience audience) {
    audiences.add(audience);
  }

  public void speaks(Language language, OpeningHours hours) {
    languages.putIfAbsent(language, hours);
  }

  public void reachedBy(ServiceChannel channel) {
    channels.add(channel);
  }

  public void covers(Coverage area) {
    coverage = Optional.of(area);
  }

  public void confirmed(LocalDate day) {
    confirmedAt = Optional.of(day);
  }

  public void from(Provenance source) {
    provenance = Optional.of(source);
  }

  /// Where people go.
  ///
  /// @param open whether the source itself says that a shelter's door may be known
  public void standsAt(Premises door, boolean open) {
    premises = door;
    shown = open;
  }

  public void particulars(Particulars to) {
    particulars = to;
  }

  /// The service; empty, with a finding, where nobody could be sent to it.
  public Optional<ImportedService> build(
      Optional<String> id, Optional<String> name, Optional<OrganisationId> organisation) {
    if (id.isEmpty() || name.isEmpty() || organisation.isEmpty()) {
      item.leaveOut(
          id.isEmpty() ? "it has no id" : name.isEmpty() ? "it has no name" : "nobody runs it");
      return Optional.empty();
    }
    ServiceKind sort =
        kind.or(assumptions::kind)
            .orElseGet(() -> {
              item.assumed("", "no kind of service is told: association");
              return ServiceKind.ASSOCIATION;
            });
    List<SpokenLanguage> spoken = spoken();
    Optional<Coverage> area = coverage.or(assumptions::coverage);
    Optional<ZoneId> timeZone = Optional.ofNullable(TIME_ZONES.get(assumptions.country()));
    if (channels.isEmpty() || spoken.isEmpty() || area.isEmpty() || timeZone.isEmpty()) {
      item.leaveOut(
          channels.isEmpty()
              ? "it has no telephone number and no page that can be used"
              : spoken.isEmpty()
                  ? "no language is told, and none was named for this source"
                  : area.isEmpty()
                      ? "its area is not told or not understood, and none was named for this source"
                      : "no time zone is known for " + assumptions.country().code());
      return Optional.empty();
    }
    if (confirmedAt.isEmpty()) {
      item.assumed("", "no day of confirmation is told: it counts as never confirmed");
    }
    Service service =
        new Service(
            new ServiceId(SourceIds.of(assumptions.name(), id.get())),
            organisation.get(),
            shortened(name.get()),
            sort,
            needs.isEmpty() ? assumptions.needs() : needs,
            audiences,
            spoken,
            area.get(),
            List.copyOf(channels),
            door(sort),
            timeZone.get(),
            confirmedAt.orElse(NEVER),
            false,
            particulars,
            provenance);
    return Optional.of(
        new ImportedService(
            service, assumptions.country(), assumptions.subdivision(), item.place()));
  }

  private static String shortened(String name) {
    String line = name.replace('\n', ' ');
    return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) : line;
  }

  private List<SpokenLanguage> spoken() {
    if (languages.isEmpty() && !assumptions.languages().isEmpty()) {
      item.assumed("", "no language is told: those named for this source");
      assumptions.languages().forEach(each -> speaks(each, OpeningHours.ALWAYS));
    }
    List<SpokenLanguage> spoken = new ArrayList<>();
    languages.forEach((language, hours) -> spoken.add(new SpokenLanguage(language, hours)));
    return spoken;
  }

  /// A shelter's door is not taken over, whatever the source publishes, unless it says so itself.
  private Premises door(ServiceKind sort) {
    if (sort != ServiceKind.SHELTER || shown || premises instanceof Premises.Protected) {
      return premises;
    }
    if (premises instanceof Premises.Shown) {
      item.assumed("", "the place of a shelter is protected: its address is not taken over");
    }
    return new Premises.Protected();
  }
}
