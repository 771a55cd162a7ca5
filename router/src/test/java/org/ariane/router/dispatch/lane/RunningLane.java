package org.ariane.router.dispatch.lane;

import static org.awaitility.Awaitility.await;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import io.lettuce.core.RedisURI;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.router.audit.AuditAnchor;
import org.ariane.router.audit.ChainKey;
import org.ariane.router.audit.tink.TinkChainKey;
import org.ariane.router.contact.ContactId;
import org.ariane.router.desk.http.AlarmCalls;
import org.ariane.router.dispatch.AnswerTimes;
import org.ariane.router.dispatch.LinkPace;
import org.ariane.router.dispatch.webhook.CentreEndpoint;
import org.ariane.router.http.HttpApi;
import org.ariane.router.priority.yaml.YamlPriorityPolicy;

/// A server with the alarm lane alone, on a free port of loopback, and a client for it.
public final class RunningLane implements AutoCloseable {
  private static final TestSecrets SECRETS = new TestSecrets();
  private static final ChainKey CHAIN = chain();

  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<ContactId, PhoneNumber> callers = new ConcurrentHashMap<>();
  private final AlarmLane lane;
  private final HttpServer server;

  private RunningLane(
      RedisURI redis,
      Map<CentreId, CentreEndpoint> centres,
      Set<CentreId> dutyOfficers,
      AnswerTimes answerTimes,
      LinkPace linkPace,
      InstantSource clock) {
    lane =
        AlarmLane.start(
            new AlarmLaneParts(
                vertx,
                SmallDirectory::new,
                People.roster(),
                redis,
                centres,
                SmallDirectory.VAL_DE_MARNE,
                dutyOfficers,
                SECRETS.parts().lookups().get(),
                SECRETS.parts(),
                CHAIN,
                AuditAnchor.none(),
                YamlPriorityPolicy.shipped(),
                answerTimes,
                linkPace,
                clock,
                meters,
                virtualThreads));
    Router router = Router.router(vertx);
    HttpApi api = new HttpApi(vertx, People.tokens(), virtualThreads);
    // First, since `/v1/incidents/:id` would match the stream's path, too.
    api.mountSockets(router, lane.sockets());
    api.mount(router, lane.endpoints());
    api.mount(
        router,
        new AlarmCalls(
                lane.intake(),
                lane.followUp(),
                contact -> Optional.ofNullable(callers.get(contact)),
                InstantSource.system())
            .endpoints());
    server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
  }

  public static RunningLane start(RedisURI redis, Map<CentreId, CentreEndpoint> centres) {
    return start(redis, centres, AnswerTimes.DEFAULT);
  }

  public static RunningLane start(
      RedisURI redis, Map<CentreId, CentreEndpoint> centres, AnswerTimes answerTimes) {
    return start(redis, centres, Set.of(), answerTimes, LinkPace.DEFAULT);
  }

  /// The same, with centres whose duty officer can be rung.
  public static RunningLane start(
      RedisURI redis,
      Map<CentreId, CentreEndpoint> centres,
      Set<CentreId> dutyOfficers,
      AnswerTimes answerTimes) {
    return start(redis, centres, dutyOfficers, answerTimes, LinkPace.DEFAULT);
  }

  /// The same, with links tested at another pace.
  public static RunningLane start(
      RedisURI redis,
      Map<CentreId, CentreEndpoint> centres,
      AnswerTimes answerTimes,
      LinkPace linkPace) {
    return start(redis, centres, Set.of(), answerTimes, linkPace);
  }

  /// Waits until the store was asked.
  private static RunningLane start(
      RedisURI redis,
      Map<CentreId, CentreEndpoint> centres,
      Set<CentreId> dutyOfficers,
      AnswerTimes answerTimes,
      LinkPace linkPace) {
    return start(redis, centres, dutyOfficers, answerTimes, linkPace, InstantSource.system());
  }

  /// The same, with a clock that may be wrong.
  public static RunningLane start(
      RedisURI redis,
      Map<CentreId, CentreEndpoint> centres,
      Set<CentreId> dutyOfficers,
      AnswerTimes answerTimes,
      LinkPace linkPace,
      InstantSource clock) {
    RunningLane running =
        new RunningLane(redis, centres, dutyOfficers, answerTimes, linkPace, clock);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> !running.lane.health().store().equals("away"));
    return running;
  }

  static TestSecrets secrets() {
    return SECRETS;
  }

  public AlarmLane lane() {
    return lane;
  }

  /// From which phone a contact calls.
  public void calls(ContactId contact, PhoneNumber phone) {
    callers.put(contact, phone);
  }

  public SimpleMeterRegistry meters() {
    return meters;
  }

  public Vertx vertx() {
    return vertx;
  }

  public int port() {
    return server.actualPort();
  }

  /// One answer.
  ///
  /// @param body empty where it is no JSON
  public record Answer(int status, JsonObject body, String raw, Optional<String> retryAfter) {}

  public Answer post(People who, String path, JsonObject body) {
    return post(who, path, body.encode().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  public Answer post(People who, String path, byte[] body) {
    return send(request(who, path).POST(BodyPublishers.ofByteArray(body)).build());
  }

  /// A bare text of a gateway, with the sender's number beside it.
  public Answer postText(People who, String path, String text, String sender) {
    return send(
        request(who, path)
            .header("content-type", "text/plain")
            .header("x-sender", sender)
            .POST(BodyPublishers.ofString(text))
            .build());
  }

  public Answer get(People who, String path) {
    return send(request(who, path).GET().build());
  }

  public Answer delete(People who, String path) {
    return send(request(who, path).DELETE().build());
  }

  private HttpRequest.Builder request(People who, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .timeout(Duration.ofSeconds(20))
        .header("authorization", "Bearer " + who.token());
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.body().startsWith("{") ? new JsonObject(response.body()) : new JsonObject(),
          response.body(),
          response.headers().firstValue("retry-after"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static ChainKey chain() {
    try {
      MacConfig.register();
      return new TinkChainKey(
          KeysetHandle.newBuilder()
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(
                          PredefinedMacParameters.HMAC_SHA256_256BITTAG)
                      .withRandomId()
                      .makePrimary())
              .build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    lane.close();
    server.close().await();
    vertx.close().await();
    virtualThreads.shutdown();
    client.shutdownNow();
  }
}
