package org.ariane.router.referral.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.router.access.Role;
import org.ariane.router.access.Roster;
import org.ariane.router.directory.http.BodyFields;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.ariane.router.http.durable.Durable;
import org.ariane.router.identity.Ulid;
import org.ariane.router.referral.Delivery;
import org.ariane.router.referral.Outcome;
import org.ariane.router.referral.Referral;
import org.ariane.router.referral.ReferralId;
import org.ariane.router.referral.ReferralStore;
import org.ariane.router.referral.Referrals;

/// `/v1/referrals`: professionals refer a person with what she agreed to; the service's desk
/// answers, or whoever called it notes what came of it.
public final class ReferralEndpoints {
  private static final Set<Role> REFERRING =
      Set.of(Role.REFERRER, Role.OPERATOR, Role.SUPERVISOR, Role.DISPATCHER, Role.REGISTRAR);
  private static final Set<Role> OPERATORS = Set.of(Role.OPERATOR);

  private final Referrals referrals;
  private final DirectorySource directory;
  private final Roster roster;
  private final Ulid ulids;
  private final InstantSource clock;

  /// Serves referrals.
  public ReferralEndpoints(
      Referrals referrals,
      DirectorySource directory,
      Roster roster,
      Ulid ulids,
      InstantSource clock) {
    this.referrals = referrals;
    this.directory = directory;
    this.roster = roster;
    this.ulids = ulids;
    this.clock = clock;
  }

  public List<Endpoint> all() {
    return List.of(
        Endpoint.post("/v1/referrals", REFERRING, stored(this::send)),
        Endpoint.get("/v1/referrals", REFERRING, stored(this::sent)),
        Endpoint.get("/v1/referrals/desk", OPERATORS, stored(this::atDesk)),
        Endpoint.post("/v1/referrals/:id/answer", REFERRING, stored(this::answer)),
        Endpoint.delete("/v1/referrals/:id", REFERRING, stored(this::withdraw)));
  }

  private Reply send(Exchange exchange) {
    ReferralReader.Draft draft =
        new ReferralReader(new BodyFields(exchange.json()), directory.current()).read();
    Instant now = clock.instant();
    Referral referral =
        new Referral(
            ReferralId.mint(ulids),
            exchange.principal().id(),
            draft.service().id(),
            delivery(draft.service()),
            draft.agreed(),
            now,
            now.plus(Duration.ofDays(draft.days())),
            draft.exercise(),
            Optional.empty());
    return switch (referrals.send(exchange.principal(), referral, draft.request())) {
      case Referrals.Sending.Kept(Referral kept) ->
          new Reply(201, ReferralJson.sent(kept, directory.current()));
      case Referrals.Sending.TooMany _ ->
          throw Problem.of(
                  409,
                  "too-many",
                  "No more than %d referrals can be there, and %d of one account"
                      .formatted(ReferralStore.MOST, ReferralStore.MOST_OF_ONE),
                  "Call the service, or withdraw what is settled.")
              .asException();
      case Referrals.Sending.SentOtherwise _ ->
          throw Problem.of(
                  409,
                  "sent-otherwise",
                  "It was sent with other content before, or withdrawn since",
                  "Withdraw the first one, and send this one under another name.")
              .asException();
    };
  }

  /// A desk that nobody of this server's accounts sits at would never answer.
  private Delivery delivery(Service service) {
    boolean desk =
        service.channels().stream().anyMatch(ServiceChannel.Desk.class::isInstance)
            && roster.operators().stream()
                .anyMatch(operator -> operator.desk().filter(service.id()::equals).isPresent());
    return desk ? Delivery.DESK : Delivery.CALL;
  }

  private Reply sent(Exchange exchange) {
    JsonArray all = new JsonArray();
    referrals
        .sentBy(exchange.principal())
        .forEach(each -> all.add(ReferralJson.sent(each, directory.current())));
    return Reply.ok(new JsonObject().put("referrals", all));
  }

  private Reply atDesk(Exchange exchange) {
    JsonArray all = new JsonArray();
    referrals.atDeskOf(exchange.principal()).forEach(each -> all.add(ReferralJson.received(each)));
    return Reply.ok(new JsonObject().put("referrals", all));
  }

  private Reply answer(Exchange exchange) {
    ReferralId id = id(exchange);
    JsonObject body = exchange.json();
    BodyFields fields = new BodyFields(body);
    Optional<Outcome> outcome =
        fields.text(
            "outcome",
            Outcome::parse,
            "accepted, no-place, not-for-her, no-language, not-now or not-reached");
    if (body.getValue("outcome") == null) {
      fields.wrong("outcome", "what came of it");
    }
    fields.check();
    return switch (referrals.answer(exchange.principal(), id, outcome.orElseThrow())) {
      case NOTED -> Reply.ok(new JsonObject().put("outcome", outcome.get().wireName()));
      case UNKNOWN -> throw Problem.notFound().asException();
      case TOO_LATE ->
          throw Problem.of(409, "answered", "Somebody has answered it otherwise", "Look again.")
              .asException();
    };
  }

  private Reply withdraw(Exchange exchange) {
    if (!referrals.withdraw(exchange.principal(), id(exchange))) {
      throw Problem.notFound().asException();
    }
    return Reply.ok(new JsonObject().put("withdrawn", true));
  }

  private static ReferralId id(Exchange exchange) {
    String text = exchange.path("id");
    if (!ReferralId.isValid(text)) {
      throw Problem.notFound().asException();
    }
    return new ReferralId(text);
  }

  private static Endpoint.Handler stored(Endpoint.Handler handler) {
    return Durable.or503(
        "It is not certain that this is stored",
        "Repeat it: it is kept once. Or call the service.",
        handler);
  }
}
