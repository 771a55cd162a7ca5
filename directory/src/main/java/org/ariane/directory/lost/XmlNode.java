package org.ariane.directory.lost;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An element of a request, small enough to be kept whole.
///
/// @param attributes those without a namespace, by name
/// @param text all text directly in it, joined
record XmlNode(
    String namespace,
    String name,
    Map<String, String> attributes,
    String text,
    List<XmlNode> children) {
  XmlNode {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  boolean is(String wantedNamespace, String wantedName) {
    return namespace.equals(wantedNamespace) && name.equals(wantedName);
  }

  Optional<String> attribute(String wanted) {
    return Optional.ofNullable(attributes.get(wanted)).map(String::strip);
  }

  List<XmlNode> all(String wantedNamespace, String wantedName) {
    return children.stream().filter(child -> child.is(wantedNamespace, wantedName)).toList();
  }

  /// The one child of that name; two of them are refused.
  Optional<XmlNode> one(String wantedNamespace, String wantedName) {
    List<XmlNode> found = all(wantedNamespace, wantedName);
    if (found.size() > 1) {
      throw LostFault.badRequest("The element " + wantedName + " may come once only");
    }
    return found.stream().findFirst();
  }
}
