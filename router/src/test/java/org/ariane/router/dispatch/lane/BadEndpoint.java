package org.ariane.router.dispatch.lane;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A TCP listener on loopback that treats HTTP badly, until it is [#cured] and answers 204.
final class BadEndpoint implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");

  private final ServerSocket listener;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger strayed = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Fault fault;

  enum Fault {
    NONE,
    RESETS,
    BLACK_HOLE,
    FIVE_SECONDS_LATE,
    BYTE_A_SECOND,
    GARBAGE,
    FAILS,
    REDIRECTS
  }

  BadEndpoint(Fault fault) {
    this.fault = fault;
    try {
      listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    workers.execute(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /// Answers well from now on; what hangs is cut off.
  void cured() {
    fault = Fault.NONE;
    open.forEach(BadEndpoint::cut);
  }

  /// Bodies that were answered with success.
  List<String> received() {
    return List.copyOf(received);
  }

  /// Requests for another path than the agreed one.
  int strayed() {
    return strayed.get();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        workers.execute(() -> serve(socket));
      } catch (IOException e) {
        // It was closed.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      answer(socket);
    } catch (IOException e) {
      // The client went away, as it should.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private void answer(Socket socket) throws IOException, InterruptedException {
    switch (fault) {
      case RESETS -> reset(socket);
      case BLACK_HOLE -> closing.await(1, TimeUnit.MINUTES);
      default -> {
        String body = request(socket.getInputStream());
        OutputStream out = socket.getOutputStream();
        switch (fault) {
          case FIVE_SECONDS_LATE -> {
            closing.await(5, TimeUnit.SECONDS);
            write(out, "HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n");
          }
          case BYTE_A_SECOND -> {
            for (char one : "HTTP/1.1 204 No Content\r\n\r\n".toCharArray()) {
              write(out, String.valueOf(one));
              closing.await(1, TimeUnit.SECONDS);
            }
          }
          case GARBAGE -> write(out, "\u0001\u0002 what is HTTP?\r\n\r\n");
          case FAILS ->
              write(out, "HTTP/1.1 500 No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
          case REDIRECTS ->
              write(
                  out,
                  "HTTP/1.1 307 There\r\nlocation: http://127.0.0.1:"
                      + port()
                      + "/elsewhere\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
          case NONE, RESETS, BLACK_HOLE -> {
            received.add(body);
            write(out, "HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n");
          }
        }
      }
    }
  }

  private String request(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    Matcher length = LENGTH.matcher(head);
    if (!head.toString().startsWith("POST /hook ")) {
      strayed.incrementAndGet();
    }
    int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
    return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static void reset(Socket socket) throws SocketException {
    socket.setSoLinger(true, 0);
  }

  private static void cut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    listener.close();
    open.forEach(BadEndpoint::cut);
    workers.shutdownNow();
  }
}
