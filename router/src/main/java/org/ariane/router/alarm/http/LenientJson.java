package org.ariane.router.alarm.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads as much of a JSON object as can be read: of a text that breaks off, what came before; of
/// one with slips (NaN, a trailing comma, single quotes), all of it. Deep structures and arrays are
/// skipped, since no alarm has any.
final class LenientJson {
  private static final int DEPTH = 2;
  private static final int BODY = 128 * 1024;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(BODY)
                  .maxNumberLength(BODY)
                  .maxStringLength(BODY)
                  .maxNameLength(BODY)
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private LenientJson() {}

  /// What was read.
  ///
  /// @param fields text, number (Double), Boolean, a map of the same, or [Nothing]; empty where the
  ///   body is no object or breaks off before its first field
  /// @param whole whether all of it was read and every byte was text
  /// @param text the body as text, what was no text replaced
  record Reading(Map<String, Object> fields, boolean whole, String text) {}

  /// In place of a value that is there but not usable as any: null, an array, something deep.
  enum Nothing {
    NULL,
    STRUCTURE
  }

  static Reading read(byte[] body) {
    Optional<String> strict = strict(body);
    String text = strict.orElseGet(() -> new String(body, StandardCharsets.UTF_8));
    Map<String, Object> fields = new LinkedHashMap<>();
    boolean complete = read(text.startsWith("\uFEFF") ? text.substring(1) : text, fields);
    return new Reading(fields, complete && strict.isPresent(), text);
  }

  private static Optional<String> strict(byte[] body) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(body))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean read(String text, Map<String, Object> fields) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      object(parser, fields, DEPTH);
      return parser.nextToken() == null;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static void object(JsonParser parser, Map<String, Object> fields, int depth)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT && depth > 1) {
        Map<String, Object> inner = new LinkedHashMap<>();
        fields.put(name, inner);
        object(parser, inner, depth - 1);
      } else {
        fields.put(name, value(parser, token));
      }
    }
  }

  private static Object value(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
      case VALUE_NULL -> Nothing.NULL;
      case START_OBJECT, START_ARRAY -> {
        parser.skipChildren();
        yield Nothing.STRUCTURE;
      }
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          Nothing.STRUCTURE;
    };
  }

  private static Object number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
