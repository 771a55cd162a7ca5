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

/// Reads one document as a whole (see [JsonSource]). The number of its values is limited, too.
public final class JsonText {
  private static final int MOST_VALUES = 8_000_000;

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
    try (JsonParser parser = JsonSource.open(source.text())) {
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
      Place where = new Place(source.file(), JsonSource.line(e));
      findings.add(Finding.Severity.UNREADABLE, where, "", JsonSource.reason(e));
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

  private Optional<Raw> broken(String reason, Findings findings) {
    findings.add(Finding.Severity.UNREADABLE, here(), "", reason);
    return Optional.empty();
  }

  /// Values of one line share their place.
  private Place here() {
    int line = JsonSource.line(parser);
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
