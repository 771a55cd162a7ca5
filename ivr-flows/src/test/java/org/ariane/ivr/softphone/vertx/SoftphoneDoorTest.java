package org.ariane.ivr.softphone.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ariane.ivr.softphone.Softphones;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.http.HttpApi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The door with a switch that says back what it hears.
class SoftphoneDoorTest {
  private static final String ME = "<sip:operator-1.web@ariane>";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Vertx vertx = Vertx.vertx();
  private final Set<String> valid = ConcurrentHashMap.newKeySet();
  private volatile boolean busy;
  private int port;

  @BeforeEach
  void open() {
    valid.add("token-1");
    HttpServer echo =
        listen(
            vertx
                .createHttpServer(options())
                .webSocketHandler(socket -> socket.textMessageHandler(socket::writeTextMessage)));
    SoftphoneDoor door =
        new SoftphoneDoor(vertx, this::who, softphones(echo.actualPort()), InstantSource.system());
    Router router = Router.router(vertx);
    HttpApi api = new HttpApi(vertx, this::who, Executors.newVirtualThreadPerTaskExecutor());
    api.mountSockets(router, door.sockets());
    api.mount(router, door.endpoints());
    port = listen(vertx.createHttpServer(options()).requestHandler(router)).actualPort();
  }

  @AfterEach
  void close() {
    done(vertx.close());
  }

  @Test
  void aTicketOpensItOnce() throws Exception {
    String ticket = ticket("page-0001").getString("ticket");
    Line line = new Line().say(new JsonObject().put("ticket", ticket).encode());
    assertThat(line.hears()).isEqualTo("{\"open\":true}");
    line.say(sip("REGISTER", ME));
    assertThat(line.hears()).startsWith("REGISTER sip:ariane SIP/2.0\r\n");

    assertThat(new Line().say(new JsonObject().put("ticket", ticket).encode()).closed())
        .isEqualTo(4401);
  }

  @Test
  void nothingElseOpensIt() throws Exception {
    for (String first :
        List.of("{\"ticket\":\"made-up\"}", "{\"token\":\"token-1\"}", "{}", sip("REGISTER", ME))) {
      assertThat(new Line().say(first).closed()).as(first).isEqualTo(4401);
    }
  }

  @Test
  void whatIsNotHersIsAnsweredHereAndGoesNoFurther() throws Exception {
    Line line = entered("page-0001");
    for (String frame :
        List.of(
            sip("REGISTER", "<sip:operator-2.web@ariane>"),
            sip("INVITE", "<sip:0033199000001@ariane>"),
            sip("REFER", "<sip:x@y>;tag=1"),
            sip("MESSAGE", "<sip:x@y>"))) {
      line.say(frame);
      assertThat(line.hears()).as(frame).startsWith("SIP/2.0 403 Forbidden\r\n");
    }
    assertThat(line.say("not SIP").closed()).isEqualTo(4400);
  }

  @Test
  void aFloodAndALargeFrameEndIt() throws Exception {
    Line flood = entered("page-0001");
    for (int i = 0; i < 200; i++) {
      flood.trySay(sip("REGISTER", ME));
    }
    assertThat(flood.closed()).isEqualTo(4429);
    assertThat(entered("page-0001").say("x".repeat(17_000)).closed()).isEqualTo(1009);
  }

  @Test
  void theSamePageComesAgainAndAnotherOnlyWhileNobodyTalks() throws Exception {
    Line first = entered("page-0001");
    busy = true;
    Line other = new Line().say(new JsonObject().put("ticket", of("page-0002")).encode());
    assertThat(other.closed()).isEqualTo(4409);
    Line again = entered("page-0001");
    assertThat(first.closed()).isEqualTo(4409);

    busy = false;
    entered("page-0002");
    assertThat(again.closed()).isEqualTo(4409);
  }

  @Test
  void aRevokedTokenEndsIt() throws Exception {
    Line line = entered("page-0001");
    String unused = of("page-0001");
    valid.clear();

    assertThat(line.closed()).isEqualTo(4401);
    assertThat(new Line().say(new JsonObject().put("ticket", unused).encode()).closed())
        .isEqualTo(4401);
  }

  private Line entered(String page) throws Exception {
    Line line = new Line().say(new JsonObject().put("ticket", of(page)).encode());
    assertThat(line.hears()).isEqualTo("{\"open\":true}");
    return line;
  }

  private String of(String page) throws Exception {
    return ticket(page).getString("ticket");
  }

  private JsonObject ticket(String page) throws Exception {
    var response =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/desk/softphone"))
                .header("authorization", "Bearer token-1")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        new JsonObject().put("page", page).encode()))
                .build(),
            BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
    return new JsonObject(response.body());
  }

  private Optional<Principal> who(String token) {
    return Optional.of(Principal.of(new PrincipalId("operator-1"), Role.OPERATOR))
        .filter(known -> valid.contains(token));
  }

  private Softphones softphones(int switchPort) {
    return new Softphones() {
      @Override
      public Optional<Integer> port() {
        return Optional.of(switchPort);
      }

      @Override
      public Optional<Login> login(PrincipalId operator) {
        return Optional.of(new Login(operator + ".web", "secret"));
      }

      @Override
      public boolean busy(PrincipalId operator) {
        return busy;
      }
    };
  }

  private static HttpServerOptions options() {
    return new HttpServerOptions().setHost("127.0.0.1").setWebSocketSubProtocols(List.of("sip"));
  }

  private static HttpServer listen(HttpServer server) {
    return done(server.listen(0));
  }

  private static <T> T done(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static String sip(String method, String to) {
    return String.join(
        "\r\n",
        method + " sip:ariane SIP/2.0",
        "Via: SIP/2.0/WS k3.invalid;branch=z9hG4bK1",
        "From: " + ME + ";tag=a",
        "To: " + to,
        "Call-ID: 1",
        "CSeq: 7 " + method,
        "Content-Length: 0",
        "",
        "");
  }

  /// What a browser does.
  private final class Line implements WebSocket.Listener {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> end = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket =
        CLIENT
            .newWebSocketBuilder()
            .subprotocols("sip")
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/sip"), this)
            .join();

    Line say(String frame) {
      socket.sendText(frame, true).join();
      return this;
    }

    /// Where the other side may have gone already.
    void trySay(String frame) {
      socket.sendText(frame, true).exceptionally(gone -> socket).join();
    }

    String hears() throws InterruptedException {
      String frame = heard.poll(5, TimeUnit.SECONDS);
      return frame == null ? "silence" : frame;
    }

    int closed() {
      return end.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      part.append(text);
      if (last) {
        heard.add(part.toString());
        part.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      end.complete(status);
      return null;
    }
  }
}
