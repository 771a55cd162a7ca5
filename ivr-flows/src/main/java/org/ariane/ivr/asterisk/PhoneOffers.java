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
    return ami(caller).set(channel, STANDING, Word.of(offer.id()))
        && ami(caller)
            .originate(
                device(offer, caller), CONTEXT, Word.of(offer.id()), offer.within(), variables);
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
    if (standing.filter("taken"::equals).isPresent()) {
      LOG.info("offer {} was just accepted, it is not withdrawn", offer.id());
      return;
    }
    if (standing.filter(offer.id().value()::equals).isPresent()) {
      ami(caller).set(channel, STANDING, new Word(""));
    }
    ami(caller).hangup(Word.of(offer.id()));
    metrics(caller).offer("withdrawn");
  }
}
