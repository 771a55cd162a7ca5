package org.ariane.ivr.telephony;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Stands between a server and the manager interface of a switch: cuts it, or lets it lag.
final class AmiProxy implements AutoCloseable {
  private final ServerSocket door;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;
  private volatile Duration lag = Duration.ZERO;

  AmiProxy(int target) {
    this.target = target;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  void cut() {
    cut = true;
    sockets.forEach(AmiProxy::close);
  }

  void mend() {
    cut = false;
  }

  /// What the switch says comes so much later.
  void lag(Duration by) {
    lag = by;
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        if (cut) {
          client.close();
          continue;
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(client);
        sockets.add(server);
        Thread.ofVirtual().start(() -> copy(client, server, false));
        Thread.ofVirtual().start(() -> copy(server, client, true));
      } catch (IOException e) {
        // closed, or the switch is away
      }
    }
  }

  private void copy(Socket from, Socket to, boolean lags) {
    CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[8_192];
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        byte[] chunk = Arrays.copyOf(bytes, read);
        Executor later =
            lags
                ? CompletableFuture.delayedExecutor(lag.toMillis(), TimeUnit.MILLISECONDS)
                : Runnable::run;
        CompletableFuture<Void> due = CompletableFuture.runAsync(() -> {}, later);
        last = last.thenCombine(due, (_, _) -> write(out, chunk));
      }
    } catch (IOException e) {
      // cut
    }
    last.handle(
            (_, _) -> {
              close(from);
              close(to);
              return true;
            })
        .join();
  }

  @SuppressWarnings("NullAway")
  private static Void write(OutputStream out, byte[] chunk) {
    try {
      out.write(chunk);
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      door.close();
      cut();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
