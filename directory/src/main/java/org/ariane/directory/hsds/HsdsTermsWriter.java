package org.ariane.directory.hsds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Attributes of our own taxonomies.
final class HsdsTermsWriter {
  private final String service;
  private final List<Object> attributes = new ArrayList<>();

  HsdsTermsWriter(String service) {
    this.service = service;
  }

  void put(String taxonomy, String value) {
    Map<String, Object> term = HsdsExport.part("term " + taxonomy, value, 0);
    term.put("code", value);
    term.put("name", value);
    term.put("description", value);
    term.put("taxonomy", taxonomy);
    Map<String, Object> attribute = HsdsExport.part("attribute", service, attributes.size());
    attribute.put("link_type", taxonomy);
    attribute.put("link_entity", "service");
    attribute.put("value", value);
    attribute.put("taxonomy_term", term);
    attributes.add(attribute);
  }

  List<Object> attributes() {
    return attributes;
  }
}
