package org.ariane.directory.json;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Opens JSON texts from outside. Depth and lengths are limited; a key that comes twice makes the
/// document unreadable, since nobody knows which one was meant.
public final class JsonSource {
  private static final int DEEPEST = 60;
  private static final int LONGEST_TEXT = 200_000;
  private static final int LONGEST_NUMBER = 60;
  private static final int LONGEST_KEY = 300;
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

  private JsonSource() {}

  /// Before the first token. A byte order mark is no part of the text.
  public static JsonParser open(String text) {
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return FACTORY.createParser(ObjectReadContext.empty(), unmarked);
  }

  /// The line of the token read last, counted from 1.
  public static int line(JsonParser parser) {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  /// The line in which a document is broken, counted from 1.
  public static int line(JacksonException e) {
    return Optional.ofNullable(e.getLocation())
        .map(where -> Math.max(1, where.getLineNr()))
        .orElse(1);
  }

  /// Why a document is broken, in one short line.
  public static String reason(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    StringBuilder plain = new StringBuilder("not well-formed JSON: ");
    message
        .codePoints()
        .filter(point -> !Character.isISOControl(point))
        .limit(LONGEST_REASON)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
