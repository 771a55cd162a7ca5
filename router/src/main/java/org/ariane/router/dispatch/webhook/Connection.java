package org.ariane.router.dispatch.webhook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.ariane.router.dispatch.CentrePost.Result;
import org.ariane.router.dispatch.CentreSystems.About;
import org.ariane.router.dispatch.CentreSystems.Certificate;
import org.ariane.router.dispatch.CentreSystems.Side;
import org.ariane.router.dispatch.webhook.CentreFormat.Message;
import org.ariane.router.dispatch.webhook.CentreFormat.Outgoing;

/// The way to the system of one centre, with connections of its own.
final class Connection implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(4);

  private final CentreEndpoint endpoint;
  private final WebhookSignature signature;
  private final CertificateWatch watch = new CertificateWatch();
  private final HttpClient client;

  Connection(CentreEndpoint endpoint) {
    this.endpoint = endpoint;
    this.signature = new WebhookSignature(endpoint.secret());
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(CONNECT);
    if (endpoint.isEncrypted()) {
      builder.sslContext(endpoint.tls().context(watch));
    }
    this.client = builder.build();
  }

  About about() {
    List<Certificate> certificates = new ArrayList<>();
    endpoint
        .tls()
        .clientUntil()
        .ifPresent(until -> certificates.add(new Certificate(Side.CLIENT, until)));
    watch.until().ifPresent(until -> certificates.add(new Certificate(Side.SERVER, until)));
    return new About(endpoint.format().name(), endpoint.signingKey().publicText(), certificates);
  }

  Result post(Message message, long timestampS) {
    Outgoing outgoing = endpoint.format().put(message);
    String id = message.id().value();
    String body = outgoing.text();
    String signatures =
        signature.of(id, timestampS, body) + " " + endpoint.signingKey().of(id, timestampS, body);
    return send(
        HttpRequest.newBuilder(endpoint.url())
            .timeout(ANSWER)
            .header("content-type", outgoing.contentType())
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(timestampS))
            .header("webhook-signature", signatures)
            .POST(BodyPublishers.ofByteArray(outgoing.bytes()))
            .build());
  }

  private Result send(HttpRequest request) {
    try {
      HttpResponse<Boolean> response = client.send(request, info -> new DiscardedBody());
      return result(response.statusCode());
    } catch (HttpConnectTimeoutException e) {
      return new Result.Failed("connect-timeout");
    } catch (HttpTimeoutException e) {
      return new Result.Failed("timeout");
    } catch (ConnectException e) {
      return new Result.Failed("refused");
    } catch (SSLException e) {
      return new Result.Failed(isAboutCertificate(e) ? "certificate" : "tls");
    } catch (IOException e) {
      return new Result.Failed("broken");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result.Failed("interrupted");
    }
  }

  private static boolean isAboutCertificate(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return true;
      }
    }
    return false;
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
