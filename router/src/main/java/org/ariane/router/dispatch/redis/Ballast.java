package org.ariane.router.dispatch.redis;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file beside Redis' own that only takes up room. When the disk is nearly full it is given up,
/// so that what is under way can be finished and somebody has time to clear the disk; once there is
/// plenty of room it is laid down again. A folder that never had one gets none from [#restore].
public final class Ballast {
  private static final Logger LOG = LoggerFactory.getLogger(Ballast.class);
  private static final String NAME = "ballast";
  private static final int BYTES = 64 << 20;
  private static final int CHUNK = 1 << 20;
  private static final long PLENTY = 16L * BYTES;

  private final Path file;
  private volatile boolean released;

  public Ballast(Path folder) {
    this.file = folder.resolve(NAME);
  }

  /// Lays it down where it is missing and there is plenty of room.
  public void lay() throws IOException {
    if (Files.exists(file) || Files.getFileStore(file.getParent()).getUsableSpace() < PLENTY) {
      return;
    }
    Path draft = file.resolveSibling(NAME + ".new");
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer zeros = ByteBuffer.allocateDirect(CHUNK);
      for (int i = 0; i < BYTES / CHUNK; i++) {
        zeros.clear();
        while (zeros.hasRemaining()) {
          channel.write(zeros);
        }
      }
    }
    Files.move(draft, file);
  }

  /// True where there was one to give up.
  boolean release() {
    try {
      if (!Files.deleteIfExists(file)) {
        return false;
      }
      released = true;
      LOG.error("the disk is nearly full: the ballast file was given up, clear the disk NOW");
      return true;
    } catch (IOException e) {
      LOG.error("the ballast file could not be given up: {}", e.getMessage());
      return false;
    }
  }

  /// Lays down again what was given up, once there is plenty of room.
  void restore() {
    if (!released) {
      return;
    }
    try {
      lay();
      released = !Files.exists(file);
    } catch (IOException e) {
      LOG.warn("the ballast file could not be laid down again: {}", e.getMessage());
    }
  }
}
