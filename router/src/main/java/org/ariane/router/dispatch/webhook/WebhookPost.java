package org.ariane.router.dispatch.webhook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import org.ariane.directory.place.CentreId;
import org.ariane.router.dispatch.CentrePost;
import org.ariane.router.dispatch.DeliveryId;

/// [CentrePost] over HTTP. Any 2xx is receipt. Redirects are never followed: they could carry an
/// address to a stranger.
public final class WebhookPost implements CentrePost, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(4);

  private final Map<CentreId, CentreEndpoint> endpoints;
  private final Map<CentreId, WebhookSignature> signatures = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final HttpClient client;

  public WebhookPost(Map<CentreId, CentreEndpoint> endpoints, InstantSource clock) {
    this.endpoints = Map.copyOf(endpoints);
    this.clock = clock;
    endpoints.forEach(
        (centre, endpoint) -> signatures.put(centre, new WebhookSignature(endpoint.secret())));
    this.client =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
  }

  @Override
  public Result post(CentreId centre, DeliveryId id, String body) {
    Optional<CentreEndpoint> endpoint = Optional.ofNullable(endpoints.get(centre));
    Optional<WebhookSignature> signature = Optional.ofNullable(signatures.get(centre));
    if (endpoint.isEmpty() || signature.isEmpty()) {
      return new Result.Failed("no-endpoint");
    }
    long timestamp = clock.instant().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.get().url())
            .timeout(ANSWER)
            .header("content-type", "application/json")
            .header("webhook-id", id.value())
            .header("webhook-timestamp", Long.toString(timestamp))
            .header("webhook-signature", signature.get().of(id.value(), timestamp, body))
            .POST(BodyPublishers.ofString(body))
            .build();
    return send(request);
  }

  private Result send(HttpRequest request) {
    try {
      HttpResponse<Boolean> response = client.send(request, info -> new DiscardedBody());
      return result(response.statusCode());
    } catch (HttpTimeoutException e) {
      return new Result.Failed("timeout");
    } catch (ConnectException e) {
      return new Result.Failed("refused");
    } catch (SSLException e) {
      return new Result.Failed("tls");
    } catch (IOException e) {
      return new Result.Failed("broken");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result.Failed("interrupted");
    }
  }

  private static Result result(int status) {
    return switch (status / 100) {
      case 2 -> new Result.Received();
      case 3 -> new Result.Failed("redirect");
      case 4 -> new Result.Failed("status-4xx");
      case 5 -> new Result.Failed("status-5xx");
      default -> new Result.Failed("status-other");
    };
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
