package org.ariane.router.vacancy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.audit.AuditEntry;
import org.ariane.router.audit.AuditLog;
import org.ariane.router.dispatch.LogUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the words of services, by link or by account, and makes and revokes links. Each is in the
/// audit log before it is stored. Calls throw [LogUnavailableException] while the store is away.
public final class Vacancies {
  private static final Logger LOG = LoggerFactory.getLogger(Vacancies.class);
  private static final PrincipalId BY_LINK = new PrincipalId("places-link");

  private final VacancyStore store;
  private final VacancyBoard board;
  private final LinkSeal seal;
  private final AuditLog audit;
  private final DirectorySource directory;
  private final InstantSource clock;
  private final Allowance allowance;
  private final Observer observer;

  /// Counts what happens.
  @FunctionalInterface
  public interface Observer {
    /// A word, or an attempt at one.
    ///
    /// @param way `link` or `account`
    /// @param outcome as [Answer#wireName], or `unavailable`
    void said(String way, String outcome);
  }

  public Vacancies(
      VacancyStore store,
      VacancyBoard board,
      LinkSeal seal,
      AuditLog audit,
      DirectorySource directory,
      InstantSource clock,
      Observer observer) {
    this.store = store;
    this.board = board;
    this.seal = seal;
    this.audit = audit;
    this.directory = directory;
    this.clock = clock;
    this.allowance = new Allowance(clock);
    this.observer = observer;
  }

  /// What an account says of a service that it may speak for.
  public Answer say(Principal by, ServiceId service, Word word) {
    Instant now = clock.instant();
    return counted(
        "account",
        () -> {
          AuditEntry line = AuditEntry.of(by, now, "places.said", service.value());
          return say(service, word, new Teller.Account(by.id()), line, now);
        });
  }

  /// What somebody says by a link.
  public Answer say(String token, Word word) {
    Instant now = clock.instant();
    return counted(
        "link",
        () ->
            switch (open(token)) {
              case Opened.Valid(Service service, LinkClaim claim) -> {
                String about = service.id().value() + " link-" + claim.generation();
                AuditEntry line =
                    new AuditEntry(
                        now, BY_LINK, Optional.empty(), "places.said", about, Optional.empty());
                yield say(service.id(), word, new Teller.Link(claim.generation()), line, now);
              }
              case Opened why -> new Answer.Refused(why);
            });
  }

  private Answer say(ServiceId service, Word word, Teller by, AuditEntry line, Instant now) {
    if (!allowance.take(service)) {
      return new Answer.TooOften(service);
    }
    Instant from = now.truncatedTo(ChronoUnit.MILLIS);
    Instant until = from.plus(word.holds()).truncatedTo(ChronoUnit.MILLIS);
    Places places = new Places(word.free(), from, until);
    Vacancy vacancy = new Vacancy(service, places, by);
    audit.record(line.because("free " + free(places) + " until " + places.expires()));
    OptionalLong revision = store.put(vacancy);
    if (revision.isEmpty()) {
      return new Answer.Refused(new Opened.Revoked());
    }
    board.took(new VacancyStore.Told(vacancy, revision.getAsLong()));
    LOG.info("{}: places said by {}, they count until {}", service, by.way(), places.expires());
    return new Answer.Taken(vacancy);
  }

  private static String free(Places places) {
    return places.free().isPresent() ? "" + places.free().getAsInt() : "ask";
  }

  private Answer counted(String way, Supplier<Answer> saying) {
    try {
      Answer answer = saying.get();
      observer.said(way, answer.wireName());
      return answer;
    } catch (LogUnavailableException e) {
      observer.said(way, "unavailable");
      throw e;
    }
  }

  /// What a link opens; changes nothing.
  public Opened open(String token) {
    Optional<LinkClaim> claim = seal.open(token);
    Optional<Service> service = claim.flatMap(told -> directory.current().service(told.service()));
    if (claim.isEmpty() || service.isEmpty()) {
      return new Opened.Wrong();
    }
    if (!clock.instant().isBefore(claim.get().until())) {
      return new Opened.Expired();
    }
    return store.link(service.get().id()).filter(link -> link.opens(claim.get())).isPresent()
        ? new Opened.Valid(service.get(), claim.get())
        : new Opened.Revoked();
  }

  /// A new link and its secret part, which is told this once. The link before ends.
  public record Made(PlacesLink link, String token) {
    @Override
    public String toString() {
      return "Made[" + link + "]";
    }
  }

  /// A link in place of the one before.
  ///
  /// @param lasts a day to 366 days
  public Made makeLink(Principal by, Service service, Duration lasts) {
    Instant now = clock.instant();
    Instant until = now.plus(lasts).truncatedTo(ChronoUnit.MINUTES);
    audit.record(AuditEntry.of(by, now, "places.link-made", service.id().value()));
    PlacesLink link = store.makeLink(service.id(), now, until, by.id());
    LOG.info("{}: link {} made by {}, until {}", service.id(), link.generation(), by.id(), until);
    return new Made(link, seal.seal(new LinkClaim(service.id(), link.generation(), until)));
  }

  /// Ends the link at once, on every server. False where none was in force.
  public boolean revokeLink(Principal by, Service service) {
    Instant now = clock.instant();
    audit.record(AuditEntry.of(by, now, "places.link-revoked", service.id().value()));
    boolean was = store.revokeLink(service.id(), now, by.id());
    LOG.info("{}: link revoked by {}, one was in force: {}", service.id(), by.id(), was);
    return was;
  }

  public Optional<PlacesLink> link(ServiceId service) {
    return store.link(service);
  }

  public Map<ServiceId, PlacesLink> links() {
    return store.links();
  }

  /// The last word of a service, expired or not.
  public Optional<Vacancy> last(ServiceId service) {
    return board.of(service);
  }

  public Map<ServiceId, Vacancy> all() {
    return board.all();
  }
}
