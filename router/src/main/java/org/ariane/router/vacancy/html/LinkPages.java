package org.ariane.router.vacancy.html;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.directory.html.Words;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Reply;
import org.ariane.router.vacancy.Answer;
import org.ariane.router.vacancy.Opened;
import org.ariane.router.vacancy.Vacancies;
import org.ariane.router.vacancy.Vacancy;

/// `/places/…`, for whoever holds the link of a service. Looking changes nothing: a browser or a
/// messenger that opens links by itself says nothing for anybody. The secret is in the address the
/// link has, and from then on in bodies alone; nothing of it is logged.
public final class LinkPages {
  private static final Map<String, Words> WORDS = Words.beside(LinkPages.class);

  private final Vacancies vacancies;
  private final DirectorySource directory;
  private final InstantSource clock;

  /// @param directory in which the words count
  public LinkPages(Vacancies vacancies, DirectorySource directory, InstantSource clock) {
    this.vacancies = vacancies;
    this.directory = directory;
    this.clock = clock;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/places/:link", Set.of(), exchange -> stored(exchange, this::look)),
        Endpoint.post("/places", Set.of(), exchange -> stored(exchange, this::say)));
  }

  /// What is shown to whoever asks too often from one address.
  ///
  /// @param seconds until the page may be asked again
  public static Reply later(Exchange exchange, int seconds) {
    LinkPage page = new LinkPage(Words.askedFor(exchange, WORDS), Instant.EPOCH);
    Reply.Body.Page body = new Reply.Body.Page(page.message("tooOften", "tryAgain"));
    return new Reply(429, new Reply.Body.LaterPage(body, seconds));
  }

  private Reply look(Exchange exchange, LinkPage page) {
    String token = exchange.path("link");
    Opened opened = vacancies.open(token);
    return opened instanceof Opened.Valid(Service service, var claim)
        ? page(200, page.form(service, token, known(service), Optional.empty()))
        : refused(page, opened);
  }

  private Reply say(Exchange exchange, LinkPage page) {
    Form form = Form.of(exchange.rawBody().toString(StandardCharsets.UTF_8));
    if (form.word().isEmpty()) {
      Opened opened = vacancies.open(form.token());
      return opened instanceof Opened.Valid(Service service, var claim)
          ? again(400, page, service, form, "notUnderstood")
          : refused(page, opened);
    }
    return switch (vacancies.say(form.token(), form.word().get())) {
      case Answer.Taken(Vacancy vacancy) -> again(200, page, vacancy.service(), form, "taken");
      case Answer.TooOften(ServiceId service) -> again(429, page, service, form, "tooOften");
      case Answer.Refused(Opened why) -> refused(page, why);
    };
  }

  /// Once more, with what came of it.
  private Reply again(int status, LinkPage page, ServiceId service, Form form, String notice) {
    return directory
        .current()
        .service(service)
        .map(known -> again(status, page, known, form, notice))
        .orElseGet(() -> refused(page, new Opened.Wrong()));
  }

  private Reply again(int status, LinkPage page, Service service, Form form, String notice) {
    return page(status, page.form(service, form.token(), known(service), Optional.of(notice)));
  }

  private Optional<Places> known(Service service) {
    return directory.current().places(service, clock.instant());
  }

  private static Reply refused(LinkPage page, Opened why) {
    return page(why instanceof Opened.Wrong ? 404 : 410, page.refused(why));
  }

  private Reply stored(Exchange exchange, Handler handler) {
    LinkPage page = new LinkPage(Words.askedFor(exchange, WORDS), clock.instant());
    try {
      return handler.handle(exchange, page);
    } catch (LogUnavailableException e) {
      return page(503, page.message("unavailable", "tryAgain"));
    }
  }

  @FunctionalInterface
  private interface Handler {
    Reply handle(Exchange exchange, LinkPage page);
  }

  private static Reply page(int status, String html) {
    return new Reply(status, new Reply.Body.Page(html));
  }
}
