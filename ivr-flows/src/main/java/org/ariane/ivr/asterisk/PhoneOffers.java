package org.ariane.ivr.asterisk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.service.Language;
import org.ariane.ivr.asterisk.Calls.Call;
import org.ariane.ivr.asterisk.Legs.Leg;
import org.ariane.router.access.Roster;
import org.ariane.router.assignment.Offer;
import org.ariane.router.assignment.OfferId;
import org.ariane.router.assignment.OfferPort;
import org.ariane.router.assignment.Outside;
import org.ariane.router.assignment.Switchboard;
import org.ariane.router.contact.Danger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rings operators' telephones. The dialplan (`ariane-offer`) whispers, takes the key and joins the
/// two by itself; what came of it is told by [SwitchNews].
final class PhoneOffers implements OfferPort {
  private static final Logger LOG = LoggerFactory.getLogger(PhoneOffers.class);
  private static final Word CONTEXT = new Word("ariane-offer");
  private static final Word STANDING = new Word("SHARED(ARIANE_OFFER)");
  private static final Word TAKER = new Word("SHARED(ARIANE_TAKER)");

  private final SwitchLinks switches;
  private final Known known;
  private final Switchboard switchboard;
  private final Roster roster;
  private final List<Language> languages;
  private final Language standard;

  PhoneOffers(
      SwitchLinks switches,
      Known known,
      Switchboard switchboard,
      Roster roster,
      List<Language> languages,
      Language standard) {
    this.switches = switches;
    this.known = known;
    this.switchboard = switchboard;
    this.roster = roster;
    this.languages = List.copyOf(languages);
    this.standard = standard;
  }

  /// The caller's switch rings, by a neighbour where the operator's telephone is there.
  @Override
  public void ring(Offer offer) {
    Optional<Call> call = known.calls().call(offer.contact().id());
    boolean rings = call.filter(this::free).filter(caller -> ring(offer, caller)).isPresent();
    LOG.info(
        "offer {} of {} to {}: {}",
        offer.id(),
        offer.contact().id(),
        offer.operator(),
        rings ? "rings" : "cannot ring");
    call.ifPresent(caller -> metrics(caller).offer(rings ? "rung" : "failed"));
    if (!rings) {
      known.legs().forgotten(offer.id());
      switchboard.unanswered(offer.id());
    }
  }

  private Ami ami(Call caller) {
    return switches.link(caller.on()).ami();
  }

  private VoiceMetrics metrics(Call caller) {
    return switches.link(caller.on()).metrics();
  }

  /// Nobody is to be taken out of a talk, whatever the switchboard believes.
  private boolean free(Call caller) {
    return ami(caller)
        .get(new Word(caller.channel()), STANDING)
        .filter(standing -> !standing.equals("taken") && !standing.equals("away"))
        .filter(standing -> !ringsForAnother(caller, standing))
        .isPresent();
  }

  /// An offer that a server before this one made may still ring; it stands.
  private boolean ringsForAnother(Call caller, String standing) {
    return OfferId.isValid(standing)
        && known.legs().leg(new OfferId(standing)).isEmpty()
        && !known.legs().over(new OfferId(standing))
        && ami(caller).get(new Word(standing), new Word("ARIANE_OPERATOR")).isPresent();
  }

  private Word device(Offer offer, Call caller) {
    SwitchId home = known.phones().home(offer.operator(), caller.on());
    String through = home.equals(caller.on()) ? "" : "@" + Neighbours.endpoint(home);
    return new Word("PJSIP/" + offer.operator() + through);
  }

  private boolean ring(Offer offer, Call caller) {
    Word channel = new Word(caller.channel());
    Language language =
        roster
            .find(offer.operator())
            .map(operator -> Whisper.languageOf(operator, languages, standard))
            .orElse(standard);
    Map<String, Word> variables = new LinkedHashMap<>();
    variables.put("ARIANE_OFFER", Word.of(offer.id()));
    variables.put("ARIANE_ROUND", Word.of(offer.round()));
    variables.put("ARIANE_CONTACT", Word.of(offer.contact().id()));
    variables.put("ARIANE_OPERATOR", Word.of(offer.operator()));
    variables.put("ARIANE_CALLER", channel);
    variables.put("ARIANE_ROLE", new Word("operator"));
    variables.put("ARIANE_WHISPER", Word.joined(Whisper.of(offer.contact(), language)));
    variables.put("CHANNEL(language)", new Word(language.tag()));
    if (offer.contact().danger() != Danger.NONE) {
      variables.put("ARIANE_ROOM", Word.of(offer.contact().id()));
    }
    known
        .legs()
        .began(new Leg(offer.id(), offer.contact().id(), offer.operator(), caller.on(), false));
    return stands(caller, offer.round())
        && ami(caller)
            .originate(
                device(offer, caller), CONTEXT, Word.of(offer.id()), offer.within(), variables);
  }

  /// A service's number. What a machine that answers would keep of it says nothing of her.
  @Override
  public void ring(Outside outside) {
    Optional<Call> call = known.calls().call(outside.contact().id());
    boolean rings = call.filter(this::free).filter(caller -> ring(outside, caller)).isPresent();
    LOG.info(
        "offer {} of {} to {}: {}",
        outside.id(),
        outside.contact().id(),
        outside.service(),
        rings ? "rings" : "cannot ring");
    call.ifPresent(caller -> metrics(caller).offer(rings ? "rung" : "failed"));
    if (!rings) {
      switchboard.unanswered(outside.id());
    }
  }

  private boolean ring(Outside outside, Call caller) {
    List<Language> known = outside.languages().stream().filter(languages::contains).toList();
    List<Language> asked = known.isEmpty() ? List.of(standard) : known;
    Map<String, Word> variables = new LinkedHashMap<>();
    variables.put("ARIANE_OFFER", Word.of(outside.id()));
    variables.put("ARIANE_ROUND", Word.of(outside.round()));
    variables.put("ARIANE_CONTACT", Word.of(outside.contact().id()));
    variables.put("ARIANE_CALLER", new Word(caller.channel()));
    variables.put("ARIANE_ROLE", new Word("service"));
    variables.put("ARIANE_WHISPER", Word.joined(Whisper.outside(asked, outside.contact())));
    variables.put("CHANNEL(language)", new Word(asked.getFirst().tag()));
    if (outside.contact().danger() != Danger.NONE) {
      variables.put("ARIANE_ROOM", Word.of(outside.contact().id()));
    }
    Word device = new Word("PJSIP/" + DialNumber.of(outside.number()).value() + "@trunk");
    return stands(caller, outside.round())
        && ami(caller)
            .originate(device, CONTEXT, Word.of(outside.id()), outside.within(), variables);
  }

  /// From now on the round may take her. Written once only: who is added to a round must not undo
  /// that somebody of it has just taken her.
  private boolean stands(Call caller, OfferId round) {
    Word channel = new Word(caller.channel());
    String standing = ami(caller).get(channel, STANDING).orElse("taken");
    return switch (standing) {
      case "taken", "away" -> false;
      default ->
          standing.equals(round.value()) || ami(caller).set(channel, STANDING, Word.of(round));
    };
  }

  private boolean took(Call caller, OfferId offer) {
    Word channel = new Word(caller.channel());
    return ami(caller).get(channel, STANDING).filter("taken"::equals).isPresent()
        && ami(caller).get(channel, TAKER).filter(offer.value()::equals).isPresent();
  }

  @Override
  public void withdraw(Outside outside) {
    Optional<Call> call = known.calls().call(outside.contact().id());
    if (call.filter(caller -> took(caller, outside.id())).isPresent()) {
      LOG.info("offer {} was just accepted, it is not withdrawn", outside.id());
      return;
    }
    call.map(caller -> List.of(switches.link(caller.on()))).orElseGet(switches::connected).stream()
        .filter(link -> link.ami().hangup(Word.of(outside.id())))
        .forEach(link -> link.metrics().offer("withdrawn"));
  }

  /// Ends the ringing, unless she was taken in this very moment.
  @Override
  public void withdraw(Offer offer) {
    Optional<Call> call = known.calls().call(offer.contact().id());
    if (call.isPresent()) {
      withdraw(offer, call.get());
    } else {
      // She is gone; the telephone may still ring at whichever switch she was.
      switches.connected().stream()
          .filter(link -> link.ami().hangup(Word.of(offer.id())))
          .forEach(link -> link.metrics().offer("withdrawn"));
    }
  }

  private void withdraw(Offer offer, Call caller) {
    Word channel = new Word(caller.channel());
    Optional<String> standing = ami(caller).get(channel, STANDING);
    boolean taken = standing.filter("taken"::equals).isPresent();
    if (taken && (!offer.together() || took(caller, offer.id()))) {
      LOG.info("offer {} was just accepted, it is not withdrawn", offer.id());
      return;
    }
    // Others of a round may still take her.
    if (!offer.together() && standing.filter(offer.id().value()::equals).isPresent()) {
      ami(caller).set(channel, STANDING, new Word(""));
    }
    ami(caller).hangup(Word.of(offer.id()));
    metrics(caller).offer("withdrawn");
  }
}
