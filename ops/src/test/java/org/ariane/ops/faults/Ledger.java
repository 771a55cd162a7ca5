package org.ariane.ops.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Lines that are on disk before [#write] returns, whoever is killed afterwards. Safe from any
/// thread.
final class Ledger implements AutoCloseable {
  private final FileChannel channel;
  private final AtomicLong written = new AtomicLong();

  Ledger(Path file) {
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The words must not contain blanks.
  void write(String... words) {
    // A line that a killed writer left unfinished must not swallow this one.
    byte[] line = ("\n" + String.join(" ", words) + " .\n").getBytes(StandardCharsets.UTF_8);
    synchronized (this) {
      try {
        channel.write(ByteBuffer.wrap(line));
        channel.force(false);
        written.incrementAndGet();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// How many lines were written since it was opened.
  long written() {
    return written.get();
  }

  /// The words of each finished line, in order.
  static List<List<String>> read(Path file) {
    try {
      if (!Files.exists(file)) {
        return List.of();
      }
      return Files.readAllLines(file).stream()
          .filter(line -> line.endsWith(" ."))
          .map(line -> List.of(line.substring(0, line.length() - 2).split(" ", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
