package org.ariane.ops.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ariane.ops.journey.RunningAriane;

/// [Receiver] in a process of its own, which can be killed and started again on the same port and
/// ledger.
final class ReceiverProcess implements AutoCloseable {
  private final int port = RunningAriane.freePort();
  private final Path ledger;
  private Process process;

  ReceiverProcess(Path ledger) {
    this.ledger = ledger;
    this.process = launch();
  }

  String url(String centre) {
    return "http://127.0.0.1:" + port + "/" + centre;
  }

  List<Receiver.Line> lines() {
    return Ledger.read(ledger).stream().map(Receiver.Line::of).toList();
  }

  void kill() {
    process.destroyForcibly();
    await().until(() -> !process.isAlive());
  }

  void restart() {
    process = launch();
  }

  private Process launch() {
    try {
      Process fresh =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin/java").toString(),
                  "-Xmx96m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  "target/test-classes",
                  Receiver.class.getName(),
                  Integer.toString(port),
                  ledger.toString())
              .redirectErrorStream(true)
              .redirectOutput(ledger.resolveSibling("receiver.log").toFile())
              .start();
      await().atMost(Duration.ofSeconds(30)).until(this::listens);
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    kill();
  }
}
