package org.ariane.ivr.asterisk;

import static org.ariane.ivr.asterisk.Neighbours.endpoint;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ariane.ivr.asterisk.Neighbours.Neighbour;

/// Between switches: each asks the others to ring telephones of operators, by a secret, and for
/// nothing else.
final class NeighbourConfiguration {
  private NeighbourConfiguration() {}

  /// For `pjsip.conf`. Asked every two seconds whether it lives, so that who rings a dead one knows
  /// at once.
  ///
  /// Keys travel between switches as messages. As sound packets they may be the first that a quiet
  /// telephone sends, and a switch drops the first of a stream, until it has learned who sends it.
  ///
  /// @param media what every endpoint says of media
  static String sip(Neighbours neighbours, String media) {
    String keysAsMessages = media.replace("dtmf_mode=auto_info", "dtmf_mode=info");
    return neighbours.others().stream()
        .map(other -> sip(neighbours, other, keysAsMessages))
        .collect(Collectors.joining());
  }

  private static String sip(Neighbours neighbours, Neighbour other, String media) {
    return """
    [%1$s]
    %2$scontext=ariane-neighbour
    from_user=%3$s
    auth=%1$s
    outbound_auth=%1$s-out
    aors=%1$s
    [%1$s]
    type=auth
    auth_type=userpass
    username=%1$s
    password=%4$s
    [%1$s-out]
    type=auth
    auth_type=userpass
    username=%3$s
    password=%4$s
    [%1$s]
    type=aor
    contact=sip:%5$s
    qualify_frequency=2
    qualify_timeout=1.0
    """
        .formatted(
            endpoint(other.id()),
            media,
            endpoint(neighbours.id()),
            neighbours.secret(),
            other.sip());
  }

  /// What a neighbour may ring: accounts of operators, each by its name. Nothing here leads out.
  static String extensions(AsteriskSettings settings) {
    if (settings.neighbours().others().isEmpty()) {
      return "";
    }
    return settings.operators().stream()
        .map(account ->
            """
            exten => %s,1,Set(ARIANE_DEVICE=%s)
             same => n,Goto(ariane-neighbour-ring,s,1)
            """
                .formatted(
                    account.user(), OperatorDevices.all(account.user(), settings.softphones())))
        .collect(Collectors.joining("", "[ariane-neighbour]\n", ""));
  }

  /// Every telephone that an operator may have registered, here or at a neighbour.
  static String operators(AsteriskSettings settings) {
    return settings.operators().stream()
        .map(SipAccount::user)
        .flatMap(user ->
            Stream.concat(
                Stream.of(OperatorDevices.all(user, settings.softphones())),
                settings.neighbours().others().stream()
                    .map(other -> "PJSIP/" + user + "@" + endpoint(other.id()))))
        .collect(Collectors.joining("&"));
  }
}
