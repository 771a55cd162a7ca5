package org.ariane.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Strangers who ask too often, on the running server behind a proxy: they wait, in words, and
/// nobody else does; alarms from the same address are taken all the same.
class VisitorPaceIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static RunningAriane ariane;

  @BeforeAll
  static void start() {
    ariane =
        RunningAriane.withoutTelephony("http: {trusted-proxy: 127.0.0.1, visitor-rate: 1/s}\n");
  }

  @AfterAll
  static void stop() {
    if (ariane != null) {
      ariane.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/services/search, 203.0.113.11, '{\"language\":\"fr\"}', application/problem+json",
    "/lost, 203.0.113.12, <x/>, application/problem+json",
    "/directory, 203.0.113.13, place=59000, text/html",
  })
  void whoAsksTooOftenIsToldToWaitAndNobodyElseIs(
      String path, String address, String body, String type) throws Exception {
    HttpResponse<String> refused = null;
    for (int i = 0; i < 60 && refused == null; i++) {
      HttpResponse<String> answer = post(path, address, "", body);
      refused = answer.statusCode() == 429 ? answer : null;
    }
    assertThat(refused).as("an answer of 60 that is 429").isNotNull();
    assertThat(refused.headers().firstValue("retry-after")).contains("1");
    assertThat(refused.headers().firstValue("content-type").orElse("")).startsWith(type);
    if (type.equals("text/html")) {
      assertThat(refused.body()).contains("Trop de demandes", "112");
    }

    assertThat(post(path, "203.0.113.99", "", body).statusCode()).isEqualTo(200);
    // What she says before the proxy's word does not help.
    assertThat(post(path, "198.51.100.5, " + address, "", body).statusCode()).isEqualTo(429);
    assertThat(alarm(address)).isEqualTo(202);
  }

  @Test
  void noAddressIsWrittenDown() throws Exception {
    post("/v1/services/search", "203.0.113.77", "", "{\"language\":\"fr\"}");

    assertThat(ariane.log()).contains("serving on port").doesNotContain("203.0.113.");
    assertThat(ariane.asNobody().get("/metrics").text())
        .contains("ariane_visitors_refused_total")
        .doesNotContain("203.0.113.");
  }

  private static int alarm(String address) throws Exception {
    JsonObject alarm =
        new JsonObject()
            .put("id", UUID.randomUUID().toString())
            .put("raisedAt", Instant.now().toString())
            .put("trigger", "button")
            .put("exercise", true);
    return post("/v1/alarms", address, ariane.token("app-1"), alarm.encode()).statusCode();
  }

  private static HttpResponse<String> post(String path, String from, String token, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(ariane.url() + path))
            .header("x-forwarded-for", from)
            .POST(BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("authorization", "Bearer " + token);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
