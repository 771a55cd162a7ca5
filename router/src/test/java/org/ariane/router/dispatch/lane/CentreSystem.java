package org.ariane.router.dispatch.lane;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.ariane.router.dispatch.webhook.CentreEndpoint;
import org.ariane.router.dispatch.webhook.CentreFormat;
import org.ariane.router.dispatch.webhook.CentreTls;
import org.ariane.router.dispatch.webhook.SigningKey;

/// The system of a police centre: receives webhooks, checks their signature with the reference
/// library, and can misbehave.
public final class CentreSystem implements AutoCloseable {
  public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  public static final SigningKey SIGNING_KEY = SigningKey.generate(new SecureRandom());

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final List<Received> linkTests = new CopyOnWriteArrayList<>();
  private final List<String> attempts = new CopyOnWriteArrayList<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private volatile Mood mood = Mood.WELL;
  private volatile HttpServer server;
  private final int port;

  /// How it answers.
  public enum Mood {
    WELL,
    FAILS,
    REDIRECTS,
    KNOWS_NO_LINK_TEST,
    SILENT
  }

  /// One message that was answered with success.
  public record Received(String id, JsonObject body, String raw) {
    public String type() {
      return body.getString("type");
    }

    public JsonObject incident() {
      return body.getJsonObject("incident");
    }
  }

  public CentreSystem() {
    this.server = listen(0);
    this.port = server.getAddress().getPort();
  }

  private HttpServer listen(int wanted) {
    try {
      HttpServer fresh =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 200);
      fresh.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      fresh.createContext("/hook", this::handle);
      fresh.start();
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public CentreEndpoint endpoint() {
    return endpoint(URI.create("http://127.0.0.1:" + port + "/hook"), CentreTls.ofTheJdk());
  }

  /// A native one with the secret that all systems here have.
  public static CentreEndpoint endpoint(URI url, CentreTls tls) {
    return new CentreEndpoint(url, CentreFormat.ofOurOwn(), SECRET, SIGNING_KEY, tls);
  }

  public void mood(Mood next) {
    mood = next;
  }

  /// Nothing listens any more.
  public void down() {
    server.stop(0);
  }

  public void up() {
    server = listen(port);
  }

  /// Without link tests.
  public List<Received> received() {
    return List.copyOf(received);
  }

  public List<Received> received(String type) {
    return received.stream().filter(one -> one.type().equals(type)).toList();
  }

  public List<Received> linkTests() {
    return List.copyOf(linkTests);
  }

  /// The `webhook-id` of each attempt but link tests, in order.
  public List<String> attempts() {
    return List.copyOf(attempts);
  }

  /// How many messages were at most answered at one time since [#forget].
  public int mostAtOnce() {
    return mostAtOnce.get();
  }

  public void forget() {
    received.clear();
    attempts.clear();
    mostAtOnce.set(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    try {
      answer(exchange);
    } finally {
      underWay.decrementAndGet();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String raw = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    boolean linkTest = raw.contains("\"link.test\"");
    if (!linkTest) {
      attempts.add(id);
    }
    switch (mood) {
      case FAILS -> exchange.sendResponseHeaders(500, -1);
      case REDIRECTS -> {
        exchange.getResponseHeaders().add("location", endpoint().url().toString());
        exchange.sendResponseHeaders(307, -1);
      }
      case SILENT -> {
        return;
      }
      case KNOWS_NO_LINK_TEST, WELL -> {
        if (linkTest && mood == Mood.KNOWS_NO_LINK_TEST) {
          exchange.sendResponseHeaders(400, -1);
          exchange.close();
          return;
        }
        verify(exchange, raw);
        (linkTest ? linkTests : received).add(new Received(id, new JsonObject(raw), raw));
        exchange.sendResponseHeaders(204, -1);
      }
    }
    exchange.close();
  }

  private static void verify(HttpExchange exchange, String raw) {
    HttpHeaders headers =
        HttpHeaders.of(
            exchange.getRequestHeaders().entrySet().stream()
                .collect(
                    java.util.stream.Collectors.toMap(
                        entry -> entry.getKey().toLowerCase(java.util.Locale.ROOT),
                        entry -> new ArrayList<>(entry.getValue()))),
            (name, value) -> true);
    try {
      new Webhook(SECRET).verify(raw, headers.map());
    } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
