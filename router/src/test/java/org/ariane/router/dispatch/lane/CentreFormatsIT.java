package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.COORDINATOR_1;
import static org.ariane.router.dispatch.lane.People.DISPATCHER_1;
import static org.ariane.router.dispatch.lane.People.SUPERVISOR_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.crypto.tink.subtle.Ed25519Verify;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.ariane.router.dispatch.AnswerTimes;
import org.ariane.router.dispatch.LinkPace;
import org.ariane.router.dispatch.cap.CapFormat;
import org.ariane.router.dispatch.cisu.CisuFormat;
import org.ariane.router.dispatch.lane.RunningLane.Answer;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.ariane.router.dispatch.webhook.CentreEndpoint;
import org.ariane.router.dispatch.webhook.CentreFormat;
import org.ariane.router.dispatch.webhook.CentreTls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An exercise on its whole way to a centre that speaks CISU and to one that speaks CAP.
class CentreFormatsIT {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private static final Duration NEVER = Duration.ofHours(1);

  private final List<Post> posts = new CopyOnWriteArrayList<>();
  private final AtomicInteger refuse = new AtomicInteger();
  private HttpServer server;
  private RunningLane running;

  private record Post(
      String path, String type, String id, String at, String signature, String text) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 20);
    server.createContext("/", this::handle);
    server.start();
    running =
        RunningLane.start(
            REDIS.server().uri(),
            Map.of(
                SmallDirectory.VAL_DE_MARNE,
                endpoint("cisu", new CisuFormat(CisuFormat.SENDER, "fr.police.cic94")),
                SmallDirectory.NORD,
                endpoint("cap", new CapFormat(CapFormat.SENDER, "nl"))),
            AnswerTimes.DEFAULT,
            new LinkPace(NEVER, NEVER, NEVER));
  }

  @AfterEach
  void stop() {
    running.close();
    server.stop(0);
  }

  @Test
  void exerciseIsUnmistakableInEachFormatAndASecondTryHasTheSameBytes() throws Exception {
    refuse.set(1);
    Answer cisu = exercise(COORDINATOR_1, "fr-94-cic");
    assertThat(cisu.status()).isEqualTo(202);
    await().until(() -> of("/cisu").size() == 2);
    Post first = of("/cisu").getFirst();
    assertThat(of("/cisu").getLast().id()).isEqualTo(first.id());
    assertThat(of("/cisu").getLast().text()).isEqualTo(first.text());
    assertThat(first.type()).isEqualTo("application/json");
    assertThat(new JsonObject(first.text()).getString("distributionStatus")).isEqualTo("Exercise");
    assertThat(first.text()).contains("C02.15.04", "*** EXERCICE ***", "NE PAS RAPPELER");

    Answer cap = exercise(COORDINATOR_1, "fr-59-cic");
    assertThat(cap.status()).isEqualTo(202);
    await().until(() -> of("/cap").size() == 1);
    assertThat(of("/cap").getFirst().type()).isEqualTo("application/cap+xml");
    assertThat(of("/cap").getFirst().text())
        .contains("<status>Exercise</status>", "*** OEFENING ***", "NIET TERUGBELLEN");
    for (Post post : posts) {
      verify(post);
    }
    JsonObject seen =
        running.get(DISPATCHER_1, "/v1/incidents/" + cisu.body().getString("incidentId")).body();
    assertThat(seen.getBoolean("exercise")).isTrue();
  }

  @Test
  void supervisorsExerciseTheirOwnCentreAlone() {
    assertThat(exercise(SUPERVISOR_1, "fr-94-cic").status()).isEqualTo(202);
    assertThat(exercise(SUPERVISOR_1, "fr-59-cic").status()).isEqualTo(404);
    assertThat(exercise(COORDINATOR_1, "nowhere").status()).isEqualTo(404);
    assertThat(exercise(DISPATCHER_1, "fr-94-cic").status()).isEqualTo(403);
  }

  @Test
  void coordinatorsSeeFormatAndPublicKey() {
    JsonObject centre = centre(COORDINATOR_1);
    assertThat(centre.getString("format")).isEqualTo("cisu");
    assertThat(centre.getString("publicKey")).isEqualTo(CentreSystem.SIGNING_KEY.publicText());
    assertThat(centre(DISPATCHER_1).containsKey("publicKey")).isFalse();
  }

  private JsonObject centre(People who) {
    return running.get(who, "/v1/centres").body().getJsonArray("centres").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("id").equals("fr-94-cic"))
        .findFirst()
        .orElseThrow();
  }

  private Answer exercise(People who, String centre) {
    return running.post(who, "/v1/centres/" + centre + "/exercise", new JsonObject());
  }

  private List<Post> of(String path) {
    return posts.stream().filter(post -> post.path().equals(path)).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      byte[] body = exchange.getRequestBody().readAllBytes();
      posts.add(
          new Post(
              exchange.getRequestURI().getPath(),
              headers.getFirst("content-type"),
              headers.getFirst("webhook-id"),
              headers.getFirst("webhook-timestamp"),
              headers.getFirst("webhook-signature"),
              new String(body, StandardCharsets.UTF_8)));
      exchange.sendResponseHeaders(refuse.getAndDecrement() > 0 ? 500 : 204, -1);
    }
  }

  private CentreEndpoint endpoint(String path, CentreFormat format) {
    return new CentreEndpoint(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path),
        format,
        CentreSystem.SECRET,
        CentreSystem.SIGNING_KEY,
        CentreTls.ofTheJdk());
  }

  /// By the public key alone.
  private static void verify(Post post) throws Exception {
    String key = CentreSystem.SIGNING_KEY.publicText().substring("whpk_".length());
    byte[] signed =
        (post.id() + "." + post.at() + "." + post.text()).getBytes(StandardCharsets.UTF_8);
    String signature = post.signature().split(" v1a,", -1)[1];
    new Ed25519Verify(Base64.getDecoder().decode(key))
        .verify(Base64.getDecoder().decode(signature), signed);
  }
}
