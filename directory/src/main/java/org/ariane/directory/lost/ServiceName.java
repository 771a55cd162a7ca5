package org.ariane.directory.lost;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Service URNs (RFC 5031), in lower case.
final class ServiceName {
  private static final Pattern SHAPE =
      Pattern.compile("urn:service:[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})*");
  private static final String PERPETRATOR = "urn:service:counseling.perpetrator";

  private ServiceName() {}

  static boolean isWellFormed(String urn) {
    return urn.length() <= 255 && SHAPE.matcher(urn).matches();
  }

  static boolean isOrIsBelow(String urn, String parent) {
    return urn.equals(parent) || urn.startsWith(parent + ".");
  }

  static boolean isEmergency(String urn) {
    return isOrIsBelow(urn, PoliceOffers.ANY_EMERGENCY);
  }

  /// What may stand in for a service, nearest first: those above it. An emergency service is stood
  /// in for by the police (whether their number reaches it is another question), and nothing stands
  /// in for help for perpetrators, which would send them to the victims' line.
  static List<String> substitutes(String urn) {
    if (isEmergency(urn)) {
      return urn.equals(PoliceOffers.URN) ? List.of() : List.of(PoliceOffers.URN);
    }
    List<String> above = new ArrayList<>();
    if (!isOrIsBelow(urn, PERPETRATOR)) {
      for (int dot = urn.lastIndexOf('.'); dot > 0; dot = urn.lastIndexOf('.', dot - 1)) {
        above.add(urn.substring(0, dot));
      }
    }
    return above;
  }
}
