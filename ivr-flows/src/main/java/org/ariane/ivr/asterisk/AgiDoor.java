package org.ariane.ivr.asterisk;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.asteriskjava.fastagi.AgiScript;
import org.asteriskjava.fastagi.DefaultAgiServer;
import org.asteriskjava.fastagi.StaticMappingStrategy;
import org.asteriskjava.util.ServerSocketFacade;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the dialplan knocks. On 127.0.0.1 only, since FastAGI has no authentication; each step on
/// a virtual thread, since the library's own pool turns calls away without a word.
final class AgiDoor extends DefaultAgiServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AgiDoor.class);

  private static final Duration FREE_WITHIN = Duration.ofSeconds(2);

  private final ExecutorService virtualThreads;
  private final ServerSocketFacade socket;
  private Optional<Thread> serving = Optional.empty();
  private volatile boolean open;

  AgiDoor(int port, AgiScript script, ExecutorService virtualThreads) throws IOException {
    super(new StaticMappingStrategy(script));
    this.virtualThreads = virtualThreads;
    setAddress(InetAddress.getLoopbackAddress());
    setPort(port);
    this.socket = super.createServerSocket();
  }

  /// Begins to answer; the socket has been bound already, so that a port in use is told at once.
  void start() {
    open = true;
    serving = Optional.of(Thread.ofPlatform().daemon().name("agi-door").start(this::serve));
  }

  private void serve() {
    try {
      startup();
    } catch (IOException | IllegalStateException e) {
      LOG.error("the dialplan can no longer reach this server", e);
    } finally {
      open = false;
    }
  }

  boolean open() {
    return open;
  }

  @Override
  protected ServerSocketFacade createServerSocket() {
    return socket;
  }

  @Override
  protected void execute(Runnable step) {
    if (!isDie()) {
      virtualThreads.execute(step);
    }
  }

  @Override
  public void close() {
    open = false;
    shutdown();
    serving.ifPresent(AgiDoor::awaitEnd);
  }

  /// Only then is the port free for another.
  private static void awaitEnd(Thread serving) {
    try {
      serving.join(FREE_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
