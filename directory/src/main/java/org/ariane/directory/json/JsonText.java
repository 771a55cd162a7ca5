package org.ariane.directory.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.exchange.Finding;
import org.ariane.directory.exchange.Findings;
import org.ariane.directory.exchange.Place;
import org.ariane.directory.exchange.Raw;
import org.ariane.directory.exchange.SourceText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads one document. Depth, lengths and the number of values are limited; a key that comes twice
/// makes the document unreadable, since nobody knows which one was meant.
public final class JsonText {
  private static final int DEEPEST = 60;
  private static final int LONGEST_TEXT = 200_000;
  private static final int LONGEST_NUMBER = 60;
  private static final int LONGEST_KEY = 300;
  private static final int MOST_VALUES = 8_000_000;
  private static final int LONGEST_REASON = 160;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_TEXT)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxNameLength(LONGEST_KEY)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final JsonParser parser;
  private final String file;
  private Place place;
  private int values;

  private JsonText(JsonParser parser, String file) {
    this.parser = parser;
    this.file = file;
    this.place = new Place(file, 1);
  }

  /// The document, or a finding that says where it is broken.
  public static Optional<Raw> read(SourceText source, Findings findings) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), source.text())) {
      JsonText text = new JsonText(parser, source.file());
      if (parser.nextToken() == null) {
        return text.broken("the file is empty", findings);
      }
      Raw root = text.value();
      if (parser.nextToken() != null) {
        return text.broken("something follows the end of the document", findings);
      }
      return Optional.of(root);
    } catch (JacksonException e) {
      int line = Optional.ofNullable(e.getLocation()).map(where -> where.getLineNr()).orElse(1);
      Place where = new Place(source.file(), Math.max(1, line));
      String reason = "not well-formed JSON: " + reason(e);
      findings.add(Finding.Severity.UNREADABLE, where, "", reason);
      return Optional.empty();
    } catch (TooMany e) {
      String reason = "more than " + MOST_VALUES + " values";
      findings.add(Finding.Severity.UNREADABLE, new Place(source.file(), 1), "", reason);
      return Optional.empty();
    }
  }

  private static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static String reason(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    StringBuilder plain = new StringBuilder();
    message
        .codePoints()
        .filter(point -> !Character.isISOControl(point))
        .limit(LONGEST_REASON)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private Optional<Raw> broken(String reason, Findings findings) {
    findings.add(Finding.Severity.UNREADABLE, here(), "", reason);
    return Optional.empty();
  }

  /// Values of one line share their place.
  private Place here() {
    int line = Math.max(1, parser.currentTokenLocation().getLineNr());
    if (place.line() != line) {
      place = new Place(file, line);
    }
    return place;
  }

  private Raw value() {
    if (++values > MOST_VALUES) {
      throw new TooMany();
    }
    Place at = here();
    return switch (parser.currentToken()) {
      case START_OBJECT -> entry(at);
      case START_ARRAY -> items(at);
      case VALUE_STRING -> new Raw.Text(parser.getString(), at);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Raw.Digits(parser.getString(), at);
      case VALUE_TRUE -> new Raw.Flag(true, at);
      case VALUE_FALSE -> new Raw.Flag(false, at);
      case VALUE_NULL, NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          new Raw.Nothing(at);
    };
  }

  private Raw entry(Place at) {
    Map<String, Raw> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      fields.put(key, value());
    }
    return new Raw.Entry(fields, at);
  }

  private Raw items(Place at) {
    List<Raw> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return new Raw.Items(items, at);
  }
}
