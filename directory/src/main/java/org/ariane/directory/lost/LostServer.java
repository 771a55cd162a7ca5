package org.ariane.directory.lost;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectorySource;

/// Answers LoST requests (RFC 5222) from the directory in force. It is the authoritative server of
/// all it tells and asks no other one, whatever a request says of recursion. Opening hours count as
/// they are at the beginning of a quarter of an hour, and answers that depend on them expire at its
/// end. Nothing of a request is kept. Safe from any thread.
public final class LostServer {
  public static final String MEDIA_TYPE = "application/lost+xml";
  private static final Duration POLICE_HOLDS = Duration.ofHours(1);
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private final DirectorySource source;
  private final InstantSource clock;
  private final String name;
  private final Boundaries boundaries = new Boundaries();
  private volatile Optional<Edition> current = Optional.empty();

  /// The directory at one moment, and since when it is known here.
  private record Edition(
      Directory directory,
      Instant since,
      Atlas atlas,
      Resolver resolver,
      Outlines outlines,
      Catalogue catalogue) {
    static Edition of(Directory directory, Instant since, Instant quarter) {
      Atlas atlas = new Atlas(directory);
      return new Edition(
          directory,
          since,
          atlas,
          new Resolver(directory, atlas),
          new Outlines(directory, atlas),
          new Catalogue(directory, quarter));
    }

    Edition at(Instant quarter) {
      return new Edition(
          directory, since, atlas, resolver, outlines, new Catalogue(directory, quarter));
    }
  }

  /// @param name by which this server is known to others, as a host name with a dot in it
  public LostServer(DirectorySource source, InstantSource clock, String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException("a LoST server is named as a host, as lost.example.org");
    }
    this.source = source;
    this.clock = clock;
    this.name = name;
  }

  /// Whether a server can be called so: RFC 5222's application unique string.
  public static boolean isName(String text) {
    return text.length() <= 255 && RequestReader.UNIQUE_STRING.matcher(text).matches();
  }

  /// The answer to a request, an error being one too. Throws only where something is wrong with us;
  /// then [#failure] is what to say.
  public String answer(byte[] body) {
    return write(respond(body));
  }

  /// What is said when [#answer] throws.
  public String failure() {
    return write(
        new LostResponse.Refused(
            LostFault.of(LostFault.Name.INTERNAL_ERROR, "Something failed on our side")));
  }

  private String write(LostResponse response) {
    return new ResponseWriter(name).write(response);
  }

  private LostResponse respond(byte[] body) {
    try {
      LostRequest request = RequestReader.read(XmlTree.parse(body));
      if (request.path().contains(name)) {
        return refused(LostFault.Name.LOOP, "This server was asked before");
      }
      Edition edition = edition();
      return switch (request) {
        case LostRequest.FindService find -> find(find, edition);
        case LostRequest.ListServices list -> list(list, edition.catalogue());
        case LostRequest.ListServicesByLocation list -> list(list, edition);
        case LostRequest.GetServiceBoundary get ->
            boundaries
                .of(get.key(), edition.catalogue(), edition.outlines())
                .<LostResponse>map(area -> new LostResponse.BoundaryFound(area, List.of(name)))
                .orElseGet(() ->
                    refused(
                        LostFault.Name.NOT_FOUND,
                        "This boundary is not in force any more; ask for the service again"));
      };
    } catch (LostRefusal e) {
      return new LostResponse.Refused(e.fault());
    }
  }

  private Edition edition() {
    Instant now = clock.instant();
    Instant quarter =
        Instant.ofEpochSecond(
            Math.floorDiv(now.getEpochSecond(), QUARTER.toSeconds()) * QUARTER.toSeconds());
    Directory directory = source.current();
    Optional<Edition> known = current.filter(edition -> edition.directory().equals(directory));
    if (known.isPresent() && known.get().catalogue().quarter().equals(quarter)) {
      return known.get();
    }
    return renew(directory, now, quarter);
  }

  private synchronized Edition renew(Directory directory, Instant now, Instant quarter) {
    Optional<Edition> known = current.filter(edition -> edition.directory().equals(directory));
    if (known.isPresent() && known.get().catalogue().quarter().equals(quarter)) {
      return known.get();
    }
    if (known.isEmpty()) {
      boundaries.forget();
    }
    Edition fresh =
        known
            .map(edition -> edition.at(quarter))
            .orElseGet(() -> Edition.of(directory, now.truncatedTo(ChronoUnit.SECONDS), quarter));
    current = Optional.of(fresh);
    return fresh;
  }

  private LostResponse find(LostRequest.FindService request, Edition edition) {
    Resolution where = edition.resolver().resolve(request.location());
    Finder.Found found = new Finder(edition.catalogue()).find(request.service(), where.places());
    if (found.offers().isEmpty()) {
      return refused(found.reason(), found.message());
    }
    List<LostResponse.Mapping> mappings =
        found.offers().stream()
            .map(each ->
                new LostResponse.Mapping(
                    each.offer(),
                    found.substituted() ? each.offer().service() : request.service(),
                    where.byDefault() ? Optional.empty() : boundary(request, each, edition),
                    where.byDefault() ? Optional.empty() : Optional.of(expires(each, edition)),
                    lastUpdated(each, edition)))
            .toList();
    boolean validate = request.validate() && request.location() instanceof LostLocation.Civic;
    List<LostFault> warnings =
        Stream.of(
                warning(
                    found.substituted(),
                    LostFault.Name.SERVICE_SUBSTITUTION,
                    "The service asked for is not offered there; this one stands in for it"),
                byDefault(where),
                warning(
                    validate && where.validation().isEmpty(),
                    LostFault.Name.LOCATION_VALIDATION_UNAVAILABLE,
                    "Neither postcode nor commune of this address is known here"))
            .flatMap(Optional::stream)
            .toList();
    return new LostResponse.Found(
        mappings,
        where.validation().filter(each -> validate),
        warnings,
        path(request),
        request.location().id());
  }

  private Optional<Boundary> boundary(
      LostRequest.FindService request, Finder.Placed found, Edition edition) {
    return request.location() instanceof LostLocation.Civic
        ? Boundaries.civic(found.offer(), found.place(), edition.catalogue(), edition.atlas())
        : boundaries.geodetic(found.offer(), request.byValue(), edition.outlines());
  }

  private static Instant expires(Finder.Placed found, Edition edition) {
    Instant quarter = edition.catalogue().quarter();
    return quarter.plus(found.offer().lasting() ? POLICE_HOLDS : QUARTER);
  }

  private static Instant lastUpdated(Finder.Placed found, Edition edition) {
    Instant quarter = edition.catalogue().quarter();
    return found.offer().lasting() || edition.since().isAfter(quarter) ? edition.since() : quarter;
  }

  private static LostResponse refused(LostFault.Name name, String message) {
    return new LostResponse.Refused(LostFault.of(name, message));
  }

  private static Optional<LostFault> warning(boolean due, LostFault.Name name, String message) {
    return due ? Optional.of(LostFault.of(name, message)) : Optional.empty();
  }

  private static Optional<LostFault> byDefault(Resolution where) {
    return warning(
        where.byDefault() && !where.places().isEmpty(),
        LostFault.Name.DEFAULT_MAPPING_RETURNED,
        "The place is in no area known here; this is the answer of the next one, or of the country");
  }

  private LostResponse list(LostRequest.ListServices request, Catalogue catalogue) {
    Optional<String> above = above(request.service(), catalogue);
    return new LostResponse.Services(
        steps(catalogue.knownBelow(above).stream(), above),
        List.of(),
        path(request),
        Optional.empty());
  }

  private LostResponse list(LostRequest.ListServicesByLocation request, Edition edition) {
    Catalogue catalogue = edition.catalogue();
    Optional<String> above = above(request.service(), catalogue);
    Resolution where = edition.resolver().resolve(request.location());
    Stream<String> there =
        catalogue.knownBelow(above).stream()
            .filter(urn ->
                where.places().stream().anyMatch(place -> catalogue.offer(urn, place).isPresent()));
    return new LostResponse.Services(
        steps(there, above),
        byDefault(where).stream().toList(),
        path(request),
        Optional.of(request.location().id()));
  }

  private static Optional<String> above(Optional<String> service, Catalogue catalogue) {
    Optional<String> above = service.map(urn -> urn.toLowerCase(Locale.ROOT));
    if (above.isPresent() && !catalogue.knowsBelow(above.get())) {
      throw new LostRefusal(
          LostFault.of(
              LostFault.Name.SERVICE_NOT_IMPLEMENTED, "Nothing of this service is known here"));
    }
    return above;
  }

  private static List<String> steps(Stream<String> urns, Optional<String> above) {
    return urns.filter(urn -> !Optional.of(urn).equals(above))
        .map(urn -> Catalogue.step(urn, above))
        .distinct()
        .toList();
  }

  private List<String> path(LostRequest request) {
    return Stream.concat(request.path().stream(), Stream.of(name)).toList();
  }
}
