package org.ariane.ops.journey;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// The receiving end of a police centre: an HTTP server that keeps what it was sent. It can be told
/// to refuse.
final class CentreStandIn implements AutoCloseable {
  private final HttpServer server;
  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  private volatile int status = 204;

  CentreStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          deliveries.add(
              new Delivery(
                  status,
                  exchange.getRequestHeaders().getFirst("webhook-id"),
                  exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                  exchange.getRequestHeaders().getFirst("webhook-signature"),
                  body));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  /// One attempt, and how it was answered.
  record Delivery(int status, String id, String timestamp, String signature, String body) {
    /// Empty for a link test.
    Optional<String> incident() {
      return Optional.ofNullable(new JsonObject(body).getJsonObject("incident"))
          .map(incident -> incident.getString("id"));
    }

    boolean accepted() {
      return status < 300;
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/incidents";
  }

  void answerWith(int newStatus) {
    status = newStatus;
  }

  List<Delivery> of(String incident) {
    return deliveries.stream()
        .filter(delivery -> delivery.incident().filter(incident::equals).isPresent())
        .toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
