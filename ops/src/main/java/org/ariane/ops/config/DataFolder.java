package org.ariane.ops.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.ariane.ivr.asterisk.SwitchId;

/// The folder that a deployment keeps: keys, accounts' tokens, Redis' files, what the telephone
/// switch reads. Only its owner may read it.
public record DataFolder(Path root) {
  private static final String OWNER_ONLY_FOLDER = "rwx------";
  private static final String OWNER_ONLY_FILE = "rw-------";

  public Path keys() {
    return root.resolve("keys");
  }

  public Path credentials() {
    return root.resolve("credentials.json");
  }

  /// How far the audit log went.
  public Path auditAnchor() {
    return root.resolve("audit-anchor");
  }

  public Path redis() {
    return root.resolve("redis");
  }

  public Path redisConfiguration() {
    return root.resolve("redis.conf");
  }

  public Path asterisk() {
    return root.resolve("asterisk");
  }

  /// What a switch reads that `ops/run` does not start; to be carried to its machine.
  public Path asterisk(SwitchId id) {
    return switches().resolve(id.value());
  }

  private Path switches() {
    return root.resolve("switches");
  }

  public Path runtime() {
    return root.resolve("runtime.env");
  }

  /// Creates what is missing, readable by the owner alone.
  public void create() throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY_FOLDER));
    Files.createDirectories(root, ownerOnly);
    for (Path folder : new Path[] {keys(), redis(), asterisk(), switches()}) {
      if (!Files.isDirectory(folder)) {
        Files.createDirectory(folder, ownerOnly);
      }
    }
  }

  /// Replaces a file whole or not at all, so that a crash leaves the old one.
  public static void write(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY_FILE)));
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
