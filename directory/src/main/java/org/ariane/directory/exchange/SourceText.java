package org.ariane.directory.exchange;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The text of one file that was handed in, whatever its encoding: UTF-8 with or without a mark,
/// UTF-16 with one, and windows-1252, the encoding of office programs, for what is not UTF-8.
///
/// @param file its name, as the coordinator knows it
public record SourceText(String file, String text) {
  public static final int LARGEST_BYTES = 64 * 1024 * 1024;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /// Empty, with a finding, where no text can be made of the bytes.
  public static Optional<SourceText> of(String file, byte[] bytes, Findings findings) {
    if (bytes.length > LARGEST_BYTES) {
      unreadable(file, 1, "larger than " + LARGEST_BYTES + " bytes", findings);
      return Optional.empty();
    }
    if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0xFF, 0xFE)) {
      return decoded(file, bytes, StandardCharsets.UTF_16, findings);
    }
    int mark = starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    try {
      ByteBuffer unmarked = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
      String text = StandardCharsets.UTF_8.newDecoder().decode(unmarked).toString();
      return checked(file, text, findings);
    } catch (CharacterCodingException e) {
      Place place = new Place(file, lineOfFirstOddByte(bytes, mark));
      Optional<SourceText> read = decoded(file, bytes, WINDOWS, findings);
      if (read.isPresent()) {
        findings.add(Finding.Severity.REPAIRED, place, "", "not in UTF-8: read as windows-1252");
      }
      return read;
    }
  }

  private static Optional<SourceText> decoded(
      String file, byte[] bytes, Charset charset, Findings findings) {
    try {
      return checked(
          file, charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), findings);
    } catch (CharacterCodingException e) {
      unreadable(file, 1, "neither in UTF-8 nor in windows-1252", findings);
      return Optional.empty();
    }
  }

  private static Optional<SourceText> checked(String file, String text, Findings findings) {
    int nought = text.indexOf('\0');
    if (nought >= 0) {
      unreadable(file, line(text, nought), "binary data, not text", findings);
      return Optional.empty();
    }
    return Optional.of(new SourceText(file, text));
  }

  private static void unreadable(String file, int line, String reason, Findings findings) {
    findings.add(Finding.Severity.UNREADABLE, new Place(file, line), "", reason);
  }

  private static int line(String text, int until) {
    return 1 + (int) text.chars().limit(until).filter(each -> each == '\n').count();
  }

  private static int lineOfFirstOddByte(byte[] bytes, int from) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    int line = 1;
    for (int at = from; at < in.position(); at++) {
      line += bytes[at] == '\n' ? 1 : 0;
    }
    return line;
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int at = 0; at < mark.length; at++) {
      if ((bytes[at] & 0xFF) != mark[at]) {
        return false;
      }
    }
    return true;
  }
}
