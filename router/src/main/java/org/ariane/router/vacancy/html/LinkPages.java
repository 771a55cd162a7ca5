package org.ariane.router.vacancy.html;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.Service;
import org.ariane.router.directory.html.Words;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Reply;
import org.ariane.router.vacancy.Answer;
import org.ariane.router.vacancy.Opened;
import org.ariane.router.vacancy.Vacancies;

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
    LinkPage page = new LinkPage(words(exchange), Instant.EPOCH);
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
    Opened opened = vacancies.open(form.token());
    if (!(opened instanceof Opened.Valid(Service service, var claim))) {
      return refused(page, opened);
    }
    if (form.word().isEmpty()) {
      return page(400, again(page, service, form, "notUnderstood"));
    }
    return switch (vacancies.say(form.token(), form.word().get())) {
      case Answer.Taken taken -> page(200, again(page, service, form, "taken"));
      case Answer.TooOften often -> page(429, again(page, service, form, "tooOften"));
      case Answer.Refused(Opened why) -> refused(page, why);
    };
  }

  private String again(LinkPage page, Service service, Form form, String notice) {
    return page.form(service, form.token(), known(service), Optional.of(notice));
  }

  private Optional<Places> known(Service service) {
    return directory.current().places(service, clock.instant());
  }

  private static Reply refused(LinkPage page, Opened why) {
    return page(why instanceof Opened.Wrong ? 404 : 410, page.refused(why));
  }

  private Reply stored(Exchange exchange, Handler handler) {
    LinkPage page = new LinkPage(words(exchange), clock.instant());
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

  /// The language that the address names, or the first of the five that the browser asks for.
  private static Words words(Exchange exchange) {
    String language =
        exchange
            .query("lang")
            .or(() -> exchange.header("accept-language").flatMap(LinkPages::preferred))
            .filter(WORDS::containsKey)
            .orElse("fr");
    return Objects.requireNonNull(WORDS.get(language));
  }

  private static Optional<String> preferred(String header) {
    try {
      return Optional.ofNullable(
          Locale.lookupTag(Locale.LanguageRange.parse(header), Words.LANGUAGES));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
