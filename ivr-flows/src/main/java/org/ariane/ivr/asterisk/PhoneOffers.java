package org.ariane.ivr.asterisk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.service.Language;
import org.ariane.router.access.Roster;
import org.ariane.router.assignment.Offer;
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

  private final Ami ami;
  private final Calls calls;
  private final Switchboard switchboard;
  private final Roster roster;
  private final List<Language> languages;
  private final Language standard;
  private final VoiceMetrics metrics;

  PhoneOffers(
      Ami ami,
      Calls calls,
      Switchboard switchboard,
      Roster roster,
      List<Language> languages,
      Language standard,
      VoiceMetrics metrics) {
    this.ami = ami;
    this.calls = calls;
    this.switchboard = switchboard;
    this.roster = roster;
    this.languages = List.copyOf(languages);
    this.standard = standard;
    this.metrics = metrics;
  }

  @Override
  public void ring(Offer offer) {
    Optional<String> caller = calls.channel(offer.contact().id());
    boolean rings = caller.filter(this::free).filter(channel -> ring(offer, channel)).isPresent();
    LOG.info(
        "offer {} of {} to {}: {}",
        offer.id(),
        offer.contact().id(),
        offer.operator(),
        rings ? "rings" : "cannot ring");
    metrics.offer(rings ? "rung" : "failed");
    if (!rings) {
      switchboard.unanswered(offer.id());
    }
  }

  /// Nobody is to be taken out of a talk, whatever the switchboard believes.
  private boolean free(String caller) {
    return ami.get(new Word(caller), STANDING)
        .filter(standing -> !standing.equals("taken") && !standing.equals("away"))
        .isPresent();
  }

  private boolean ring(Offer offer, String caller) {
    Word channel = new Word(caller);
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
    return ami.set(channel, STANDING, Word.of(offer.id()))
        && ami.originate(
            new Word("PJSIP/" + offer.operator()),
            CONTEXT,
            Word.of(offer.id()),
            offer.within(),
            variables);
  }

  /// Ends the ringing, unless she was taken in this very moment.
  @Override
  public void withdraw(Offer offer) {
    Optional<Word> caller = calls.channel(offer.contact().id()).map(Word::new);
    Optional<String> standing = caller.flatMap(channel -> ami.get(channel, STANDING));
    if (standing.filter("taken"::equals).isPresent()) {
      LOG.info("offer {} was just accepted, it is not withdrawn", offer.id());
      return;
    }
    if (standing.filter(offer.id().value()::equals).isPresent()) {
      caller.ifPresent(channel -> ami.set(channel, STANDING, new Word("")));
    }
    ami.hangup(Word.of(offer.id()));
    metrics.offer("withdrawn");
  }
}
