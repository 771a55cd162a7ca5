package org.ariane.ivr.asterisk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;

/// How the telephone switch is set up; everything listens on 127.0.0.1. The text form is masked.
///
/// @param agiPort where this server answers the dialplan
/// @param httpPort of the switch's own web server, for softphones in browsers; 0 turns both off
/// @param rtpStart first of the media ports, `rtpEnd` the last
/// @param operators accounts of the operators' telephones
/// @param trunk the carrier for services' numbers; without one such steps fail at once
/// @param emergencyTrunk the carrier for the police's agreed numbers; without one the police are
///   not called by telephone
/// @param fallback rung when neither server nor operator answers
/// @param lines the numbers that may be called
/// @param language spoken before she chose one, where her line has no other
/// @param tongues in which languages too many callers of a line are spoken to at the door, the
///   line's own first; lines that are not named here speak `language`
/// @param neighbours which of several switches this is
/// @param capacity how many callers are taken in
/// @param webMedia where browsers send voice; of no use without an HTTP port
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
    Language language,
    Map<PhoneNumber, List<Language>> tongues,
    Neighbours neighbours,
    Capacity capacity,
    WebMedia webMedia) {
  public AsteriskSettings {
    tongues = Map.copyOf(tongues);
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

  /// The only switch, with the standard capacity, for browsers on this machine.
  public AsteriskSettings(
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
    this(
        sipPort,
        amiPort,
        amiSecret,
        agiPort,
        httpPort,
        rtpStart,
        rtpEnd,
        operators,
        trunk,
        emergencyTrunk,
        fallback,
        lines,
        language,
        Neighbours.none(),
        Capacity.STANDARD);
  }

  /// For browsers on this machine only.
  public AsteriskSettings(
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
      Language language,
      Neighbours neighbours,
      Capacity capacity) {
    this(
        sipPort,
        amiPort,
        amiSecret,
        agiPort,
        httpPort,
        rtpStart,
        rtpEnd,
        operators,
        trunk,
        emergencyTrunk,
        fallback,
        lines,
        language,
        Map.of(),
        neighbours,
        capacity,
        new WebMedia(WebMedia.LOOPBACK, List.of()));
  }

  public SwitchId id() {
    return neighbours.id();
  }

  boolean softphones() {
    return httpPort != 0;
  }

  /// The same with another capacity.
  public AsteriskSettings with(Capacity other) {
    return new AsteriskSettings(
        sipPort,
        amiPort,
        amiSecret,
        agiPort,
        httpPort,
        rtpStart,
        rtpEnd,
        operators,
        trunk,
        emergencyTrunk,
        fallback,
        lines,
        language,
        tongues,
        neighbours,
        other,
        webMedia);
  }

  /// Never empty.
  List<Language> tongues(PhoneNumber line) {
    List<Language> own = tongues.getOrDefault(line, List.of());
    return own.isEmpty() ? List.of(language) : own;
  }

  @Override
  public String toString() {
    return "AsteriskSettings["
        + id()
        + ", sip "
        + sipPort
        + ", "
        + operators.size()
        + " operators]";
  }
}
