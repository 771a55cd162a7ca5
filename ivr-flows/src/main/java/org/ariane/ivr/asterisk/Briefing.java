package org.ariane.ivr.asterisk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ariane.directory.service.Language;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.Danger;
import org.ariane.router.transfer.Callee;
import org.ariane.router.transfer.Disclosure;
import org.ariane.router.transfer.Transfer;
import org.ariane.router.transfer.TransferKind;

/// What the target of a transfer hears before it decides: who asks, the caller's language, and of
/// the rest what she agreed to. Never her number.
final class Briefing {
  private static final Set<String> NAMED = Set.of("fr", "nl", "de", "en", "ar");

  private Briefing() {}

  static List<Sound> of(Transfer transfer, Contact contact, Language language) {
    List<Sound> say = new ArrayList<>();
    if (contact.exercise()) {
      say.add(Sound.of(language, "exercise"));
    }
    say.add(Sound.of(language, opening(transfer.callee())));
    say.add(
        Sound.of(
            language,
            contact
                .language()
                .map(Language::tag)
                .filter(NAMED::contains)
                .map(tag -> "whisper-" + tag)
                .orElse("whisper-language-unknown")));
    if (!interpreter(transfer.callee())) {
      if (transfer.told().contains(Disclosure.DANGER) && contact.danger() != Danger.NONE) {
        say.add(Sound.of(language, "whisper-danger"));
      }
      if (transfer.told().contains(Disclosure.PLACE)) {
        contact
            .postcode()
            .ifPresent(place -> {
              say.add(Sound.of(language, "police-place"));
              say.addAll(Sound.digits(language, place.digits()));
            });
      }
    }
    if (asks(transfer)) {
      say.add(Sound.of(language, "brief-keys"));
    }
    return say;
  }

  /// The police's agreed number is answered by people who wait for it; only where nobody of ours
  /// would notice a machine must they press a key too.
  static boolean asks(Transfer transfer) {
    return switch (transfer.callee()) {
      case Callee.Police police -> transfer.kind() == TransferKind.BLIND;
      case Callee.Colleague colleague -> true;
      case Callee.Outside outside -> true;
      case Callee.Elsewhere elsewhere -> true;
    };
  }

  private static String opening(Callee callee) {
    return switch (callee) {
      case Callee.Police police -> "brief-police";
      case Callee.Colleague colleague -> "brief";
      case Callee.Elsewhere elsewhere -> "brief";
      case Callee.Outside outside -> outside.interpreter() ? "brief-interpreter" : "brief";
    };
  }

  private static boolean interpreter(Callee callee) {
    return callee instanceof Callee.Outside outside && outside.interpreter();
  }
}
