package org.ariane.directory.lost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Chooses the first location whose profile is understood (RFC 5222 section 12.1, rule 7) and reads
/// it. Those after it are only checked for their form.
final class LocationReader {
  private static final Pattern NMTOKEN = Pattern.compile("[A-Za-z0-9._:-]{1,255}");
  private static final Set<String> ATTRIBUTES = Set.of("id", "profile");
  private static final int MAX_LOCATIONS = 8;
  private static final int MAX_LABEL = 200;

  private LocationReader() {}

  static LostLocation chosen(XmlNode root) {
    List<XmlNode> locations = root.all(LostNames.LOST, "location");
    if (locations.isEmpty() || locations.size() > MAX_LOCATIONS) {
      throw LostFault.badRequest("A request holds 1 to 8 locations");
    }
    Set<String> ids = new HashSet<>();
    Set<String> profiles = new HashSet<>();
    List<String> unrecognised = new ArrayList<>();
    Optional<XmlNode> first = Optional.empty();
    for (XmlNode location : locations) {
      String profile = profile(location);
      if (!ids.add(RequestReader.name(location, "id")) || !profiles.add(profile)) {
        throw LostFault.badRequest("Each location has an id and a profile of its own");
      }
      if (first.isEmpty() && isKnown(profile)) {
        first = Optional.of(location);
      } else if (!isKnown(profile)) {
        unrecognised.add(profile);
      }
    }
    return read(
        first.orElseThrow(() ->
            new LostRefusal(
                new LostFault(
                    LostFault.Name.LOCATION_PROFILE_UNRECOGNIZED,
                    "The profiles understood are geodetic-2d and civic",
                    unrecognised))));
  }

  private static boolean isKnown(String profile) {
    return profile.equals(LostNames.GEODETIC_PROFILE) || profile.equals(LostNames.CIVIC_PROFILE);
  }

  /// Where none is given it is told by what the location holds.
  private static String profile(XmlNode location) {
    boolean wellFormed =
        ATTRIBUTES.containsAll(location.attributes().keySet())
            && !location.children().isEmpty()
            && location.text().isBlank()
            && location.children().stream()
                .noneMatch(child ->
                    child.namespace().equals(LostNames.LOST) || child.namespace().isEmpty());
    if (!wellFormed) {
      throw LostFault.badRequest("A location holds elements of other namespaces only");
    }
    Optional<String> said = location.attribute("profile");
    if (said.isPresent() && !NMTOKEN.matcher(said.get()).matches()) {
      throw LostFault.badRequest("A profile is one word");
    }
    return said.orElseGet(() ->
        switch (location.children().getFirst().namespace()) {
          case LostNames.GML, LostNames.SHAPES -> LostNames.GEODETIC_PROFILE;
          case LostNames.CIVIC -> LostNames.CIVIC_PROFILE;
          default -> "unnamed";
        });
  }

  private static LostLocation read(XmlNode location) {
    String id = RequestReader.name(location, "id");
    if (location.children().size() != 1) {
      throw LostFault.badRequest("A location holds one shape or one civic address");
    }
    XmlNode content = location.children().getFirst();
    return profile(location).equals(LostNames.CIVIC_PROFILE)
        ? civic(id, content)
        : GeodeticReader.read(id, content);
  }

  private static LostLocation civic(String id, XmlNode address) {
    if (!address.is(LostNames.CIVIC, "civicAddress")) {
      throw LostFault.badRequest("The profile civic holds a civicAddress of " + LostNames.CIVIC);
    }
    Map<String, String> labels = new HashMap<>();
    for (XmlNode part : address.children()) {
      boolean known =
          part.namespace().equals(LostNames.CIVIC) && LostNames.CIVIC_LABELS.contains(part.name());
      String value = part.text().strip();
      if (value.length() > MAX_LABEL) {
        throw LostFault.locationInvalid("A part of the address is longer than 200 characters");
      }
      if (known && !value.isEmpty() && labels.put(part.name(), value) != null) {
        throw LostFault.badRequest("A part of the address is given twice");
      }
    }
    return new LostLocation.Civic(id, labels);
  }
}
