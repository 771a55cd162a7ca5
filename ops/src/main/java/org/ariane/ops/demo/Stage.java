package org.ariane.ops.demo;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.ariane.ivr.asterisk.ExerciseLine;
import org.ariane.ops.config.Credentials;

/// What all journeys share: the server, the accounts, the narrator.
record Stage(
    Vertx vertx,
    HttpClient http,
    Credentials credentials,
    ExerciseLine exercise,
    int port,
    int sipPort,
    Path home,
    Narrator narrator) {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  String token(String account) {
    return credentials.tokenOf(account);
  }

  Credentials.SipLogin sip(String account) {
    return credentials.sipOf(account);
  }

  Talk talk(String path) throws Exception {
    return Talk.open(vertx, port, path);
  }

  /// Opens a stream that asks who one is.
  Talk stream(String path, String account) throws Exception {
    return talk(path).say(new JsonObject().put("token", token(account)));
  }

  JsonObject get(String account, String path) throws IOException, InterruptedException {
    return send(account, HttpRequest.newBuilder(uri(path)).GET());
  }

  JsonObject post(String account, String path, JsonObject body)
      throws IOException, InterruptedException {
    return send(
        account,
        HttpRequest.newBuilder(uri(path))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body.encode())));
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private JsonObject send(String account, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var response =
        http.send(
            request.timeout(PATIENCE).header("authorization", "Bearer " + token(account)).build(),
            BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(
          "the server answered " + response.statusCode() + ": " + response.body());
    }
    return new JsonObject(response.body());
  }

  void because(JsonArray reasons) {
    for (int i = 0; i < reasons.size(); i++) {
      JsonObject reason = reasons.getJsonObject(i);
      narrator.because(reason.getString("code"), reason.getString("text"));
    }
  }
}
