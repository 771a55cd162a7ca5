package org.ariane.directory.lost;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Turns the XML of a request into a question. Elements of other namespaces are extensions and
/// passed over where the schema allows them; what is unknown in LoST's own is a `badRequest`.
final class RequestReader {
  static final Pattern UNIQUE_STRING = Pattern.compile("([a-zA-Z0-9-]+\\.)+[a-zA-Z0-9]+");
  private static final Pattern SERVICE =
      Pattern.compile("urn:service:[a-z0-9-]+(\\.[a-z0-9-]+)*", Pattern.CASE_INSENSITIVE);
  private static final Set<String> TRUE = Set.of("true", "1");
  private static final Set<String> FALSE = Set.of("false", "0");
  private static final int MAX_NAME = 255;
  private static final int MAX_VIAS = 32;

  private RequestReader() {}

  static LostRequest read(XmlNode root) {
    if (!root.namespace().equals(LostNames.LOST)) {
      throw LostFault.badRequest("The request is not of the namespace " + LostNames.LOST);
    }
    return switch (root.name()) {
      case "findService" -> findService(root);
      case "listServices" -> {
        check(root, Set.of("service", "path"), Set.of());
        yield new LostRequest.ListServices(service(root), path(root));
      }
      case "listServicesByLocation" -> {
        check(root, Set.of("location", "service", "path"), Set.of("recursive"));
        bool(root, "recursive");
        yield new LostRequest.ListServicesByLocation(
            LocationReader.chosen(root), service(root), path(root));
      }
      case "getServiceBoundary" -> {
        check(root, Set.of(), Set.of("key"));
        yield new LostRequest.GetServiceBoundary(name(root, "key"));
      }
      default -> throw LostFault.badRequest("This is no LoST request");
    };
  }

  private static LostRequest findService(XmlNode root) {
    check(
        root,
        Set.of("location", "service", "path"),
        Set.of("recursive", "serviceBoundary", "validateLocation"));
    bool(root, "recursive");
    boolean byValue =
        switch (root.attribute("serviceBoundary").orElse("reference")) {
          case "value" -> true;
          case "reference" -> false;
          default -> throw LostFault.badRequest("serviceBoundary is value or reference");
        };
    boolean validate = bool(root, "validateLocation");
    List<String> path = path(root);
    LostLocation location = LocationReader.chosen(root);
    String service =
        service(root)
            .orElseThrow(() -> LostFault.badRequest("The element service says what is looked for"));
    return new LostRequest.FindService(location, service, path, byValue, validate);
  }

  private static void check(XmlNode root, Set<String> elements, Set<String> attributes) {
    for (XmlNode child : root.children()) {
      boolean ours = child.namespace().equals(LostNames.LOST) || child.namespace().isEmpty();
      if (ours && !elements.contains(child.name())) {
        throw LostFault.badRequest("The request has an element that does not belong there");
      }
    }
    if (!attributes.containsAll(root.attributes().keySet())) {
      throw LostFault.badRequest("The request has an attribute that does not belong there");
    }
    if (!root.text().isBlank()) {
      throw LostFault.badRequest("The request has text outside its elements");
    }
  }

  private static boolean bool(XmlNode root, String name) {
    String value = root.attribute(name).orElse("false");
    if (!TRUE.contains(value) && !FALSE.contains(value)) {
      throw LostFault.badRequest(name + " is true or false");
    }
    return TRUE.contains(value);
  }

  /// A name that the answer repeats, as an id.
  static String name(XmlNode node, String attribute) {
    String value =
        node.attribute(attribute)
            .orElseThrow(() -> LostFault.badRequest("The attribute " + attribute + " is missing"));
    if (value.length() > MAX_NAME) {
      throw LostFault.badRequest("The attribute " + attribute + " is too long");
    }
    return value;
  }

  private static Optional<String> service(XmlNode root) {
    Optional<XmlNode> node = root.one(LostNames.LOST, "service");
    if (node.isEmpty()) {
      return Optional.empty();
    }
    String urn = node.get().text().strip();
    if (urn.length() > MAX_NAME || !node.get().children().isEmpty()) {
      throw LostFault.badRequest("The element service holds a URN");
    }
    if (!SERVICE.matcher(urn).matches()) {
      throw new LostRefusal(
          LostFault.of(
              LostFault.Name.SERVICE_NOT_IMPLEMENTED,
              "Services are named as in RFC 5031, as urn:service:counseling"));
    }
    return Optional.of(urn);
  }

  private static List<String> path(XmlNode root) {
    Optional<XmlNode> path = root.one(LostNames.LOST, "path");
    if (path.isEmpty()) {
      return List.of();
    }
    List<String> sources =
        path.get().all(LostNames.LOST, "via").stream().map(via -> name(via, "source")).toList();
    boolean wellFormed =
        !sources.isEmpty()
            && sources.size() <= MAX_VIAS
            && sources.size() == path.get().children().size()
            && sources.stream().allMatch(source -> UNIQUE_STRING.matcher(source).matches());
    if (!wellFormed) {
      throw LostFault.badRequest("The path holds 1 to 32 elements via, each with its source");
    }
    if (new HashSet<>(sources).size() < sources.size()) {
      throw new LostRefusal(
          LostFault.of(LostFault.Name.LOOP, "The path names a server more than once"));
    }
    return sources;
  }
}
