package org.ariane.directory.lost;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes answers as the RELAX NG schema of RFC 5222 wants them.
final class ResponseWriter {
  private final String source;

  ResponseWriter(String source) {
    this.source = source;
  }

  String write(LostResponse response) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      switch (response) {
        case LostResponse.Found found -> found(xml, found);
        case LostResponse.Services services -> services(xml, services);
        case LostResponse.BoundaryFound boundary -> {
          start(xml, "getServiceBoundaryResponse");
          BoundaryXml.outline(xml, boundary.area());
          path(xml, boundary.path());
          xml.writeEndElement();
        }
        case LostResponse.Refused(LostFault fault) -> {
          start(xml, "errors");
          faults(xml, List.of(fault));
          xml.writeEndElement();
        }
      }
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("text can always be written", e);
    }
    return text.toString();
  }

  private static void start(XMLStreamWriter xml, String root) throws XMLStreamException {
    xml.writeStartElement(root);
    xml.writeDefaultNamespace(LostNames.LOST);
  }

  private void found(XMLStreamWriter xml, LostResponse.Found found) throws XMLStreamException {
    start(xml, "findServiceResponse");
    for (LostResponse.Mapping mapping : found.mappings()) {
      mapping(xml, mapping);
    }
    if (found.validation().isPresent()) {
      LostResponse.Validation checked = found.validation().get();
      xml.writeStartElement("locationValidation");
      labels(xml, "valid", checked.valid());
      labels(xml, "invalid", checked.invalid());
      labels(xml, "unchecked", checked.unchecked());
      xml.writeEndElement();
    }
    warnings(xml, found.warnings());
    path(xml, found.path());
    locationUsed(xml, Optional.of(found.locationUsed()));
    xml.writeEndElement();
  }

  private void mapping(XMLStreamWriter xml, LostResponse.Mapping mapping)
      throws XMLStreamException {
    Offer offer = mapping.offer();
    xml.writeStartElement("mapping");
    attribute(xml, "expires", mapping.expires().map(Instant::toString).orElse("NO-CACHE"));
    attribute(xml, "lastUpdated", mapping.lastUpdated().toString());
    attribute(xml, "source", source);
    attribute(xml, "sourceId", offer.id());
    if (offer.sample()) {
      message(xml, "Invented for trials");
    }
    xml.writeStartElement("displayName");
    attribute(xml, "xml:lang", offer.language());
    text(xml, offer.name());
    xml.writeEndElement();
    element(xml, "service", mapping.service());
    if (mapping.boundary().isPresent()) {
      BoundaryXml.write(xml, mapping.boundary().get(), source);
    }
    for (String uri : offer.uris()) {
      element(xml, "uri", uri);
    }
    if (offer.number().isPresent()) {
      element(xml, "serviceNumber", offer.number().get());
    }
    xml.writeEndElement();
  }

  private static void labels(XMLStreamWriter xml, String name, List<String> labels)
      throws XMLStreamException {
    if (!labels.isEmpty()) {
      element(xml, name, String.join(" ", labels));
    }
  }

  private void services(XMLStreamWriter xml, LostResponse.Services services)
      throws XMLStreamException {
    start(
        xml,
        services.locationUsed().isPresent()
            ? "listServicesByLocationResponse"
            : "listServicesResponse");
    element(xml, "serviceList", String.join(" ", services.services()));
    warnings(xml, services.warnings());
    path(xml, services.path());
    locationUsed(xml, services.locationUsed());
    xml.writeEndElement();
  }

  private void warnings(XMLStreamWriter xml, List<LostFault> warnings) throws XMLStreamException {
    if (!warnings.isEmpty()) {
      xml.writeStartElement("warnings");
      faults(xml, warnings);
      xml.writeEndElement();
    }
  }

  private static void path(XMLStreamWriter xml, List<String> path) throws XMLStreamException {
    xml.writeStartElement("path");
    for (String server : path) {
      xml.writeEmptyElement("via");
      attribute(xml, "source", server);
    }
    xml.writeEndElement();
  }

  private static void locationUsed(XMLStreamWriter xml, Optional<String> id)
      throws XMLStreamException {
    if (id.isPresent()) {
      xml.writeEmptyElement("locationUsed");
      attribute(xml, "id", id.get());
    }
  }

  /// Those of the schema first, as it demands.
  private void faults(XMLStreamWriter xml, List<LostFault> faults) throws XMLStreamException {
    attribute(xml, "source", source);
    for (LostFault fault : faults) {
      if (fault.name().inSchema()) {
        xml.writeEmptyElement(fault.name().element());
        if (fault.name() == LostFault.Name.LOCATION_PROFILE_UNRECOGNIZED) {
          attribute(xml, "unsupportedProfiles", String.join(" ", fault.profiles()));
        }
        message(xml, fault.message());
      } else if (fault.name() == LostFault.Name.SRS_INVALID) {
        xml.writeEmptyElement(LostFault.Name.LOCATION_INVALID.element());
        message(xml, fault.message());
      }
    }
    for (LostFault fault : faults) {
      if (!fault.name().inSchema()) {
        xml.writeEmptyElement("ariane", fault.name().element(), LostNames.OURS);
        xml.writeNamespace("ariane", LostNames.OURS);
        message(xml, fault.message());
      }
    }
  }

  private static void message(XMLStreamWriter xml, String message) throws XMLStreamException {
    attribute(xml, "message", message);
    attribute(xml, "xml:lang", "en");
  }

  static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, clean(value));
  }

  static void element(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
    xml.writeStartElement(name);
    text(xml, value);
    xml.writeEndElement();
  }

  static void text(XMLStreamWriter xml, String value) throws XMLStreamException {
    xml.writeCharacters(clean(value));
  }

  /// Without what XML 1.0 cannot hold; names in the directory are anybody's text.
  static String clean(String text) {
    return text.codePoints()
        .filter(point ->
            point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
