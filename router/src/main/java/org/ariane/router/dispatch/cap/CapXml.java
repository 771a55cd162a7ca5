package org.ariane.router.dispatch.cap;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes elements and escaped text, nothing else: no document type, no entity, no instruction.
/// Characters that XML can't carry become U+FFFD.
final class CapXml {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();
  private static final int INSTEAD = 0xFFFD;

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;
  private int open;

  CapXml() {
    try {
      writer = FACTORY.createXMLStreamWriter(text);
      writer.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  void open(String name, String namespace) {
    write(() -> {
      writer.writeStartElement(name);
      writer.writeDefaultNamespace(namespace);
    });
    open++;
  }

  void open(String name) {
    write(() -> writer.writeStartElement(name));
    open++;
  }

  void element(String name, String value) {
    write(() -> {
      writer.writeStartElement(name);
      writer.writeCharacters(clean(value));
      writer.writeEndElement();
    });
  }

  /// Ends the element that was opened last; after the outermost one the document.
  void close() {
    write(writer::writeEndElement);
    open--;
  }

  String text() {
    if (open != 0) {
      throw new IllegalStateException("an element is open");
    }
    write(writer::writeEndDocument);
    return text.toString();
  }

  private static String clean(String value) {
    return value
        .codePoints()
        .map(point -> allowed(point) ? point : point == '\r' ? '\n' : INSTEAD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean allowed(int point) {
    return point == '\t'
        || point == '\n'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  private static void write(Step step) {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
  }
}
