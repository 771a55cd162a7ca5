package org.ariane.chat.web;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.ariane.directory.Directory;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.yaml.DirectoryFiles;
import org.ariane.directory.yaml.DirectoryLoad;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.access.Roster;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.AlarmStatus;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.assignment.SwitchboardSettings;
import org.ariane.router.desk.http.ContactLane;
import org.ariane.router.http.HttpApi;
import org.ariane.router.identity.Ulid;

/// A whole house for a test: a real server, the sample directory, real sockets; only the alarms are
/// taken by the test itself.
final class House implements AutoCloseable {
  private static final Map<String, Principal> ACCOUNTS =
      Map.of(
          "token-1", account("operator-1", Role.OPERATOR, Optional.of("fr-3919")),
          "token-2", account("operator-2", Role.OPERATOR, Optional.of("sample-fr-94-01")),
          "token-3", account("dispatcher-1", Role.DISPATCHER, Optional.empty()));

  final List<Alarm> alarms = new CopyOnWriteArrayList<>();
  volatile Function<Alarm, Receipt> intake = this::accept;
  final Vertx vertx = Vertx.vertx();
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final ContactLane contacts;
  final ChatModule chat;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final WebSocketClient client;
  private final Ulid ulids = new Ulid(InstantSource.system(), new SecureRandom());

  House() {
    this(ChatSettings.STANDARD);
  }

  House(ChatSettings settings) {
    Directory directory = sample();
    Roster roster = new Accounts();
    contacts =
        ContactLane.open(
            vertx,
            () -> directory,
            roster,
            InstantSource.system(),
            registry,
            threads,
            new PhoneNumber("+33199000099"),
            SwitchboardSettings.STANDARD
                .withWrapUp(Duration.ofMillis(100))
                .withDeskGrace(Duration.ofSeconds(1)));
    chat =
        ChatModule.open(
            vertx,
            () -> directory,
            contacts,
            this::take,
            InstantSource.system(),
            registry,
            threads,
            settings);
    HttpApi api = new HttpApi(vertx, token -> Optional.ofNullable(ACCOUNTS.get(token)), threads);
    Router router = Router.router(vertx);
    api.mountSockets(router, contacts.sockets());
    api.mountSockets(router, chat.sockets());
    api.mount(router, contacts.endpoints());
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    client = vertx.createWebSocketClient();
  }

  private static Directory sample() {
    return switch (DirectoryFiles.load(Path.of("../directory/sample").toAbsolutePath())) {
      case DirectoryLoad.Loaded(Directory directory) -> directory;
      case DirectoryLoad.Rejected(var problems) -> throw new AssertionError(problems);
    };
  }

  private static Principal account(String id, Role role, Optional<String> desk) {
    Principal person = Principal.of(new PrincipalId(id), role).speaking(List.of(Language.FR));
    return desk.map(ServiceId::new).map(person::atDesk).orElse(person);
  }

  private static final class Accounts implements Roster {
    @Override
    public Optional<Principal> find(PrincipalId id) {
      return all().stream().filter(account -> account.id().equals(id)).findFirst();
    }

    @Override
    public List<Principal> all() {
      return List.copyOf(ACCOUNTS.values());
    }
  }

  private Receipt take(Alarm alarm) {
    alarms.add(alarm);
    return intake.apply(alarm);
  }

  private Receipt accept(Alarm alarm) {
    return new Receipt.Accepted(
        AlarmId.mint(ulids),
        IncidentId.mint(ulids),
        AlarmStatus.RECEIVED,
        true,
        60,
        new PhoneNumber("17"),
        List.of());
  }

  int port() {
    return server.actualPort();
  }

  Peer socket(String path) {
    return Peer.connect(client, options(path));
  }

  private WebSocketConnectOptions options(String path) {
    return new WebSocketConnectOptions().setHost("127.0.0.1").setPort(port()).setURI(path);
  }

  Peer fromOrigin(String origin) {
    return Peer.connect(client, options("/v1/chat").addHeader("origin", origin));
  }

  Peer visitor() {
    return visitor(new JsonObject());
  }

  Peer visitor(JsonObject more) {
    Peer visitor = socket("/v1/chat");
    visitor.say(new JsonObject().put("type", "start").put("language", "fr").mergeIn(more));
    visitor.hears("queue");
    return visitor;
  }

  Peer visitorAt(String postcode) {
    return visitor(new JsonObject().put("postcode", postcode));
  }

  Peer desk(String token) {
    Peer desk = socket("/v1/desk/stream").say(new JsonObject().put("token", token));
    desk.hears("snapshot");
    return desk;
  }

  /// A desk whose operator takes chats.
  Peer operator(int number) {
    Peer desk = desk("token-" + number);
    desk.say("presence", "presence", "available");
    // Where somebody waits already, it rings at once.
    desk.hears("presence", frame -> !"offline".equals(frame.getString("presence")));
    return desk;
  }

  /// Accepts what rings and says which contact it is.
  String accept(Peer desk) {
    JsonObject offer = desk.hears("offer").getJsonObject("offer");
    desk.say("accept", "offer", offer.getString("id"));
    desk.hears("conversation.opened");
    return offer.getString("contact");
  }

  @Override
  public void close() {
    chat.close();
    contacts.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    threads.shutdownNow();
  }
}
