package org.ariane.ivr.asterisk;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;

/// How the telephone switch is set up; everything listens on 127.0.0.1. The text form is masked.
///
/// @param agiPort where this server answers the dialplan
/// @param httpPort of the switch's own web server; 0 turns it off
/// @param rtpStart first of the media ports, `rtpEnd` the last
/// @param operators accounts of the operators' telephones
/// @param trunk the carrier for services' numbers; without one such steps fail at once
/// @param emergencyTrunk the carrier for the police's agreed numbers; without one the police are
///   not called by telephone
/// @param fallback rung when neither server nor operator answers
/// @param lines the numbers that may be called
/// @param language spoken before she chose one
public record AsteriskSettings(
    int sipPort,
    int amiPort,
    String amiSecret,
    int agiPort,
    int httpPort,
    int rtpStart,
    int rtpEnd,
    List<SipAccount> operators,
    Optional<HostPort> trunk,
    Optional<HostPort> emergencyTrunk,
    Optional<PhoneNumber> fallback,
    List<PhoneNumber> lines,
    Language language) {
  public AsteriskSettings {
    operators = List.copyOf(operators);
    lines = List.copyOf(lines);
    SipAccount.requireSecret(amiSecret);
    if (rtpStart >= rtpEnd) {
      throw new IllegalArgumentException("media ports: the first must be below the last");
    }
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("at least one line can be called");
    }
  }

  @Override
  public String toString() {
    return "AsteriskSettings[sip " + sipPort + ", " + operators.size() + " operators]";
  }
}
