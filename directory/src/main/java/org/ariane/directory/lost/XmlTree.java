package org.ariane.directory.lost;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads the XML of a request: UTF-8 whatever the declaration says, no document type, no entities
/// but the five of XML itself, at most 64 KiB, 32 levels, 2,000 elements, 32 attributes each. What
/// is beyond is a `badRequest`.
final class XmlTree {
  static final int MAX_BYTES = 64 * 1024;
  private static final int MAX_DEPTH = 32;
  private static final int MAX_ELEMENTS = 2_000;
  private static final int MAX_ATTRIBUTES = 32;

  private int elements;

  private XmlTree() {}

  static XmlNode parse(byte[] body) {
    if (body.length > MAX_BYTES) {
      throw LostFault.badRequest("The request is larger than 64 KiB");
    }
    String text = decode(body);
    if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
      throw LostFault.badRequest("A document type is not accepted");
    }
    try {
      return new XmlTree().root(reader(text));
    } catch (XMLStreamException e) {
      throw LostFault.badRequest(
          "The request is not well-formed XML, see line " + e.getLocation().getLineNumber());
    }
  }

  private static String decode(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw LostFault.badRequest("The request is not UTF-8");
    }
  }

  private static XMLStreamReader reader(String text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("nothing is fetched");
    });
    return factory.createXMLStreamReader(new StringReader(text));
  }

  private XmlNode root(XMLStreamReader reader) throws XMLStreamException {
    int event = reader.next();
    while (event != XMLStreamConstants.START_ELEMENT) {
      refuseDeclarations(event);
      event = reader.next();
    }
    XmlNode root = element(reader, 1);
    while (reader.hasNext()) {
      refuseDeclarations(reader.next());
    }
    return root;
  }

  private XmlNode element(XMLStreamReader reader, int depth) throws XMLStreamException {
    elements++;
    if (depth > MAX_DEPTH || elements > MAX_ELEMENTS) {
      throw LostFault.badRequest("The request has too many elements or levels");
    }
    String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
    String name = reader.getLocalName();
    Map<String, String> attributes = attributes(reader);
    StringBuilder text = new StringBuilder();
    List<XmlNode> children = new ArrayList<>();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      refuseDeclarations(event);
      if (event == XMLStreamConstants.START_ELEMENT) {
        children.add(element(reader, depth + 1));
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(reader.getText());
      }
    }
    return new XmlNode(namespace, name, attributes, text.toString(), children);
  }

  private static Map<String, String> attributes(XMLStreamReader reader) {
    if (reader.getAttributeCount() > MAX_ATTRIBUTES) {
      throw LostFault.badRequest("An element has too many attributes");
    }
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String namespace = reader.getAttributeNamespace(i);
      if (namespace == null || namespace.isEmpty()) {
        attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
      }
    }
    return attributes;
  }

  private static void refuseDeclarations(int event) {
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw LostFault.badRequest("Document types and entities are not accepted");
    }
  }
}
