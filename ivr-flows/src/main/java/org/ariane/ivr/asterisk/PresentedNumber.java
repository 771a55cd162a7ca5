package org.ariane.ivr.asterisk;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ariane.directory.phone.PhoneNumber;
import org.jspecify.annotations.Nullable;

/// Her number, read from the headers of her call: a claim, never an identity. Where any of them
/// asks for privacy it is withheld, whatever others say: a carrier passes the number of somebody
/// who withheld it along in `P-Asserted-Identity` (RFC 3325) or `Remote-Party-ID`, which are never
/// read for it.
final class PresentedNumber {
  /// Asks the switch for what is needed, in one go. The switch itself keeps none of it: the number
  /// stands in no variable, event, log or other leg.
  static final String QUESTION =
      "${PJSIP_HEADER(read,Privacy)}|${PJSIP_HEADER(read,Remote-Party-ID)}|${PJSIP_HEADER(read,From)}";

  private static final Pattern ANSWER = Pattern.compile("(?s)([^|]*)\\|([^|]*)\\|(.*)");
  private static final Pattern NAME = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
  private static final Pattern ADDRESS =
      Pattern.compile("(?:sips?|tel):([+0-9.()-]{3,24})(?:@([^;>\\s]*))?[;>\\s]?.*");
  private static final Pattern RPID_PRIVACY = Pattern.compile("privacy\\s*=\\s*\"?([a-z-]+)");
  private static final Set<String> OPEN = Set.of("", "none");

  private PresentedNumber() {}

  /// Empty where it is withheld or no number at all.
  static Optional<PhoneNumber> of(String answer) {
    Matcher parts = ANSWER.matcher(answer);
    if (!parts.matches()
        || !OPEN.contains(parts.group(1).strip().toLowerCase(Locale.ROOT))
        || restricted(parts.group(2))) {
      return Optional.empty();
    }
    String from = NAME.matcher(parts.group(3)).replaceAll("");
    Matcher address = ADDRESS.matcher(from.substring(from.indexOf('<') + 1).strip());
    if (!address.matches() || anonymous(address.group(2))) {
      return Optional.empty();
    }
    String number = address.group(1).replaceAll("[.()-]", "");
    return PhoneNumber.e164(number.startsWith("00") ? "+" + number.substring(2) : number);
  }

  private static boolean restricted(String remoteParty) {
    Matcher privacy = RPID_PRIVACY.matcher(remoteParty.toLowerCase(Locale.ROOT));
    return privacy.find() && !privacy.group(1).equals("off");
  }

  private static boolean anonymous(@Nullable String host) {
    return host != null && host.toLowerCase(Locale.ROOT).startsWith("anonymous.invalid");
  }
}
