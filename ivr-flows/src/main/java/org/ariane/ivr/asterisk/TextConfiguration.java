package org.ariane.ivr.asterisk;

import java.util.Map;
import java.util.stream.Collectors;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;

/// Text messages in the switch's configuration: to which numbers one may write, how the switch
/// reaches who wrote, and what it says by itself where no server does. Without a trunk nobody could
/// be answered, so none come in.
final class TextConfiguration {
  static final String CONTEXT = "ariane-text-in";

  /// No semicolon: the rest would be a comment.
  private static final Map<Language, String> AWAY =
      Map.of(
          Language.FR,
          "Personne ne peut lire votre message pour le moment, il est perdu. En danger : appelez le 112, ou"
              + " en France écrivez par SMS au 114. Vous pouvez réessayer ici dans quelques minutes.",
          Language.NL,
          "Niemand kan je bericht nu lezen, het is verloren. In gevaar: bel 112, of stuur in Frankrijk een"
              + " sms naar 114. Je kunt het hier over enkele minuten opnieuw proberen.",
          Language.DE,
          "Niemand kann Ihre Nachricht jetzt lesen, sie ist verloren. In Gefahr: Rufen Sie 112 an oder"
              + " schicken Sie in Frankreich eine SMS an 114. In einigen Minuten können Sie es hier"
              + " wieder versuchen.",
          Language.EN,
          "Nobody can read your message now, it is lost. In danger: call 112, or in France send an SMS to"
              + " 114. You can try here again in a few minutes.",
          Language.AR,
          "لا يستطيع أحد قراءة رسالتكم الآن، وقد ضاعت. في خطر: اتصلوا بالرقم 112، أو في فرنسا أرسلوا رسالة قصيرة"
              + " إلى 114. يمكنكم المحاولة هنا مجددًا بعد بضع دقائق.");

  private TextConfiguration() {}

  static String globals(AsteriskSettings settings) {
    return settings
        .trunk()
        .map(trunk ->
            "ARIANE_TRUNK=%s\nARIANE_TEXT_AWAY=%s\n".formatted(trunk, away(settings.language())))
        .orElse("");
  }

  /// What the switch answers where no server does; French where the language has no words.
  static String away(Language language) {
    return AWAY.getOrDefault(language, AWAY.getOrDefault(Language.FR, ""));
  }

  static String extensions(AsteriskSettings settings) {
    return settings.trunk().isEmpty()
        ? ""
        : settings.lines().stream()
            .map(line -> line(line, settings))
            .collect(Collectors.joining("", "[" + CONTEXT + "]\n", ""));
  }

  private static String line(PhoneNumber number, AsteriskSettings settings) {
    return """
    exten => %1$s,1,Set(ARIANE_LINE=%1$s)
     same => n,Goto(ariane-text,s,1)
    exten => %2$s,1,Set(ARIANE_LINE=%1$s)
     same => n,Set(ARIANE_EXERCISE=1)
     same => n,Goto(ariane-text,s,1)
    """
        .formatted(
            DialNumber.of(number).value(), ExerciseLine.of(number, settings.amiSecret()).dialled());
  }
}
