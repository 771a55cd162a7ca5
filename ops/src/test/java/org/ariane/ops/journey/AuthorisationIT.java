package org.ariane.ops.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every route of `/openapi.json`, asked by every role and by nobody: only those of its `x-roles`
/// get in, nobody without a token does, and a revoked token is nobody's.
class AuthorisationIT {
  private static final Map<String, String> ACCOUNT_OF_ROLE =
      Map.of(
          "service", "service-1",
          "app", "app-1",
          "operator", "operator-1",
          "supervisor", "supervisor-1",
          "dispatcher", "dispatcher-1",
          "registrar", "registrar-1",
          "oversight", "oversight-1",
          "coordinator", "coordinator-1",
          "admin", "admin-1",
          "referrer", "referrer-1");
  private static RunningAriane ariane;

  @BeforeAll
  static void start() {
    ariane = RunningAriane.withoutTelephony("");
  }

  @AfterAll
  static void stop() {
    if (ariane != null) {
      ariane.close();
    }
  }

  static Stream<Arguments> routes() {
    JsonObject paths = ariane.asNobody().get("/openapi.json").json().getJsonObject("paths");
    List<Arguments> routes = new ArrayList<>();
    for (String path : paths.fieldNames()) {
      for (String method : paths.getJsonObject(path).fieldNames()) {
        if (!method.equals("parameters")) {
          JsonObject operation = paths.getJsonObject(path).getJsonObject(method);
          if (!operation.getBoolean("x-websocket", false)) {
            routes.add(
                arguments(
                    method.toUpperCase(java.util.Locale.ROOT),
                    path.replaceAll("\\{[^}]*}", "nothing-here"),
                    roles(operation.getJsonArray("x-roles"))));
          }
        }
      }
    }
    return routes.stream();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void onlyTheRolesOfARouteGetIn(String method, String path, Set<String> roles) {
    String body = method.equals("POST") ? "{}" : "";
    int stranger = ariane.asNobody().send(method, path, body).status();
    if (roles.isEmpty()) {
      assertThat(stranger).isNotIn(401, 403);
      return;
    }
    assertThat(stranger).isEqualTo(401);
    ACCOUNT_OF_ROLE.forEach((role, account) -> {
      int status = ariane.as(account).send(method, path, body).status();
      if (roles.contains(role)) {
        assertThat(status).as("%s %s as %s", method, path, role).isNotIn(401, 403, 500);
      } else {
        assertThat(status).as("%s %s as %s", method, path, role).isEqualTo(403);
      }
    });
  }

  @Test
  void aRevokedTokenOpensNothing() {
    Api admin = ariane.as("admin-1");
    String fresh =
        admin.post("/v1/accounts/app-2/token", new JsonObject()).json().getString("token");
    Api app = new Api(ariane.url(), fresh);
    assertThat(app.get("/v1/alarms/nothing-here").status()).isEqualTo(404);

    assertThat(admin.post("/v1/tokens/revocation", new JsonObject().put("token", fresh)).status())
        .isEqualTo(200);

    assertThat(app.get("/v1/alarms/nothing-here").status()).isEqualTo(401);
    assertThat(ariane.as("app-2").get("/v1/alarms/nothing-here").status()).isEqualTo(404);
  }

  @Test
  void alarmsOfARevokedAppGoOnButItsStatusIsNotReadable() {
    Api admin = ariane.as("admin-1");
    String fresh =
        admin.post("/v1/accounts/app-2/token", new JsonObject()).json().getString("token");
    Api app = new Api(ariane.url(), fresh);
    JsonObject accepted = app.post("/v1/alarms", alarm()).json();

    admin.post("/v1/tokens/revocation", new JsonObject().put("token", fresh));

    String alarm = "/v1/alarms/" + accepted.getString("alarmId");
    assertThat(app.get(alarm).status()).isEqualTo(401);
    assertThat(app.post("/v1/alarms", alarm()).status()).isEqualTo(401);
    String incident = "/v1/incidents/" + accepted.getString("incidentId");
    Api dispatcher = ariane.as("dispatcher-1");
    assertThat(dispatcher.get(incident).json().getValue("deadline")).isNotNull();
    assertThat(
            dispatcher
                .post(incident + "/acknowledgement", new JsonObject().put("status", "accepted"))
                .status())
        .isEqualTo(200);
    assertThat(ariane.as("app-2").get(alarm).json().getString("status")).isEqualTo("taken");
  }

  @Test
  void aRequestThatWasLetInBeforeTheRevocationIsFinished() throws Exception {
    Api admin = ariane.as("admin-1");
    String fresh =
        admin.post("/v1/accounts/app-2/token", new JsonObject()).json().getString("token");
    String body = alarm().encode();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), ariane.port())) {
      var out = socket.getOutputStream();
      out.write(
          ("POST /v1/alarms HTTP/1.1\r\nhost: x\r\nauthorization: Bearer "
                  + fresh
                  + "\r\nexpect: 100-continue\r\ncontent-length: "
                  + body.length()
                  + "\r\nconnection: close\r\n\r\n")
              .getBytes(US_ASCII));
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      // The server asks for the body only once it has let the request in.
      assertThat(in.readLine()).contains("100");
      assertThat(in.readLine()).isEmpty();

      admin.post("/v1/tokens/revocation", new JsonObject().put("token", fresh));
      assertThat(new Api(ariane.url(), fresh).get("/v1/alarms/x").status()).isEqualTo(401);
      out.write(body.getBytes(US_ASCII));

      assertThat(in.readLine()).contains("202");
    }
  }

  private static JsonObject alarm() {
    return new JsonObject()
        .put("id", UUID.randomUUID().toString())
        .put("raisedAt", Instant.now().toString())
        .put("trigger", "button")
        .put("position", new JsonObject().put("lat", 48.8065).put("lon", 2.438));
  }

  @Test
  void aRevokedTokenClosesItsOpenStream() {
    Api admin = ariane.as("admin-1");
    String fresh =
        admin.post("/v1/accounts/dispatcher-2/token", new JsonObject()).json().getString("token");
    CompletableFuture<Integer> closed = new CompletableFuture<>();
    WebSocket stream =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(
                URI.create(ariane.url().replace("http", "ws") + "/v1/incidents/stream"),
                new WebSocket.Listener() {
                  @Override
                  public @Nullable CompletionStage<?> onClose(
                      WebSocket socket, int status, String reason) {
                    closed.complete(status);
                    return null;
                  }
                })
            .join();
    stream.sendText(new JsonObject().put("token", fresh).encode(), true).join();

    admin.post("/v1/tokens/revocation", new JsonObject().put("token", fresh));

    assertThat(closed.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(4401);
  }

  @Test
  void whatNoRouteTakesIsAProblemInWords() {
    var answer = ariane.asNobody().get("/v1/nothing-here");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.contentType()).startsWith("application/problem+json");
  }

  private static Set<String> roles(JsonArray names) {
    return Set.copyOf(names.stream().map(String.class::cast).toList());
  }
}
