package org.ariane.router.directory.html;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;

/// `/directory` and `/directory/booklet/{zone}`, for everybody, in five languages. Nothing of a
/// question is logged or kept.
public final class DirectoryPages {
  private final DirectorySource directory;
  private final InstantSource clock;

  public DirectoryPages(DirectorySource directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/directory", Set.of(), exchange -> page(search(exchange).empty())),
        Endpoint.post("/directory", Set.of(), this::answer),
        Endpoint.get("/directory/booklet/:zone", Set.of(), this::booklet));
  }

  /// What a visitor reads who asks too often: numbers to call stay on it.
  ///
  /// @param seconds until the page may be asked again
  public static Reply later(Exchange exchange, int seconds) {
    Words words = Words.askedFor(exchange);
    Html html = Frame.begin(words);
    Frame.header(html, words, "112");
    html.leaf("p", words.say("later", String.valueOf(seconds)), "class", "warn", "role", "alert");
    return new Reply(429, new Reply.Body.LaterPage(new Reply.Body.Page(Frame.end(html)), seconds));
  }

  private Reply answer(Exchange exchange) {
    Question question = Question.of(exchange.rawBody().toString(StandardCharsets.UTF_8));
    return page(search(exchange).answer(question));
  }

  private Reply booklet(Exchange exchange) {
    Directory current = directory.current();
    Zone zone =
        zone(exchange.path("zone"))
            .flatMap(current::zone)
            .orElseThrow(
                () -> Problem.of(404, "not-found", "There is no such zone", "").asException());
    return page(new Booklet(current, Words.askedFor(exchange), clock.instant()).of(zone));
  }

  private static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(new ZoneId(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private SearchPage search(Exchange exchange) {
    return new SearchPage(directory.current(), Words.askedFor(exchange), clock.instant());
  }

  private static Reply page(String html) {
    return new Reply(200, new Reply.Body.Page(html));
  }
}
