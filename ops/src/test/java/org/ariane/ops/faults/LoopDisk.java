package org.ariane.ops.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// A small disk of its own: ext4 in a file behind a loop device. It can fill up, become read-only,
/// and lose what was not yet written to it. Needs root. Closing it takes it away, even while it is
/// in use, also when the JVM ends before.
final class LoopDisk implements AutoCloseable {
  private static final int COMMAND_S = 60;

  private final Path image;
  private final Path folder;
  private final Thread atExit = new Thread(this::unmount);
  private boolean mounted;

  private LoopDisk(Path image, Path folder) {
    this.image = image;
    this.folder = folder;
  }

  /// Skips the test where no disk can be made; under `ARIANE_CI=1` as root it fails.
  static LoopDisk create(Path image, Path folder, int megabytes) {
    boolean root = "root".equals(System.getProperty("user.name"));
    Assumptions.assumeTrue(root, "a disk of its own needs root");
    try {
      run("truncate", "-s", megabytes + "M", image.toString());
      run("mkfs.ext4", "-q", "-F", "-m", "0", image.toString());
      return new LoopDisk(image, folder).mount();
    } catch (IllegalStateException e) {
      Assumptions.assumeTrue(
          "1".equals(System.getenv("ARIANE_CI")), "no loop devices here: " + e.getMessage());
      throw e;
    }
  }

  Path folder() {
    return folder;
  }

  /// The disk as it would be found after the power went at this moment: without what the system had
  /// not yet written to it. Whoever writes to it must be stopped meanwhile.
  LoopDisk afterPowerCut(Path copy, Path where) {
    run("cp", "--sparse=always", image.toString(), copy.toString());
    return new LoopDisk(copy, where).mount();
  }

  /// What a disk that answers with errors becomes, also while it is written: read-only for good.
  void breakDown() {
    run("mount", "-o", "remount,abort", folder.toString());
  }

  /// As an administrator does it.
  void mend() {
    unmount();
    Runtime.getRuntime().removeShutdownHook(atExit);
    quietly("e2fsck", "-f", "-y", image.toString());
    mount();
  }

  /// Read-only, where nobody has it open for writing.
  void writable(boolean writable) {
    run("mount", "-o", "remount," + (writable ? "rw" : "ro"), folder.toString());
  }

  /// Takes all room that is left.
  void fill() {
    quietly("dd", "if=/dev/zero", "of=" + folder.resolve("filler"), "bs=64k");
    quietly("dd", "if=/dev/zero", "of=" + folder.resolve("filler-small"), "bs=512");
  }

  void empty() {
    try {
      Files.deleteIfExists(folder.resolve("filler"));
      Files.deleteIfExists(folder.resolve("filler-small"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LoopDisk mount() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run("mount", "-o", "loop", image.toString(), folder.toString());
    mounted = true;
    Runtime.getRuntime().addShutdownHook(atExit);
    return this;
  }

  private synchronized void unmount() {
    if (mounted) {
      mounted = false;
      // Lazily: it goes even while somebody has it open, and its loop device with it.
      run("umount", "-l", folder.toString());
    }
  }

  @Override
  public void close() {
    unmount();
    Runtime.getRuntime().removeShutdownHook(atExit);
    try {
      Files.deleteIfExists(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(String... command) {
    if (quietly(command) != 0) {
      throw new IllegalStateException("failed: " + String.join(" ", command));
    }
  }

  private static int quietly(String... command) {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(COMMAND_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return -1;
      }
      return process.exitValue();
    } catch (IOException e) {
      throw new IllegalStateException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
