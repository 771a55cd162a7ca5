package org.ariane.ops.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.ariane.chat.web.ChatModule;
import org.ariane.chat.web.ChatSettings;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.lost.LostServer;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.yaml.DirectoryLoad;
import org.ariane.directory.yaml.WatchedDirectory;
import org.ariane.ivr.asterisk.VoiceModule;
import org.ariane.ivr.softphone.Softphones;
import org.ariane.ivr.softphone.vertx.SoftphoneDoor;
import org.ariane.ops.config.Credentials;
import org.ariane.ops.config.DataFolder;
import org.ariane.ops.config.Deployment;
import org.ariane.ops.config.SwitchSettings;
import org.ariane.ops.health.Health;
import org.ariane.ops.health.PartHealth;
import org.ariane.router.assignment.SwitchboardSettings;
import org.ariane.router.contact.ContactId;
import org.ariane.router.desk.http.AlarmCalls;
import org.ariane.router.desk.http.AssessmentCall;
import org.ariane.router.desk.http.ContactLane;
import org.ariane.router.directory.http.LostCall;
import org.ariane.router.dispatch.lane.AlarmLane;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Socket;
import org.ariane.router.plan.http.PolicyCalls;
import org.ariane.router.plan.yaml.PolicyExamples;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running server. Starts the alarm lane before anything that could disturb it, opens its ports
/// last, and stops in the opposite order.
public final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final Duration DIRECTORY_INTERVAL = Duration.ofSeconds(2);

  private final Closers closers = new Closers();
  private final Health health = new Health();
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final List<Socket> sockets = new ArrayList<>();

  private Server() {}

  /// Starts everything and returns when the ports are open. What started is stopped again when a
  /// part fails.
  public static Server start(
      Deployment deployment, DataFolder data, int port, int sipPort, boolean telephony)
      throws Exception {
    Server server = new Server();
    try {
      server.open(deployment, data, port, sipPort, telephony);
      return server;
    } catch (Exception e) {
      server.close();
      throw e;
    }
  }

  private void open(
      Deployment deployment, DataFolder data, int port, int sipPort, boolean telephony)
      throws Exception {
    Foundations on = Foundations.lay(deployment.configuration(), data, closers);
    WatchedDirectory directory = watch(deployment, on);
    AccessLane access = AccessLane.open(on, deployment.roster(), closers);
    AlarmLane alarms = Alarms.open(on, deployment.configuration(), directory, access.roster());
    closers.add("alarms", alarms);
    FreePlaces places = FreePlaces.open(on, directory, alarms.redList().audit(), closers);
    DirectorySource live = places.directory();
    serve(
        AmendedDirectory.open(on, directory, places.said(), closers, health).endpoints(),
        List.of());
    health
        .part("places", places::health)
        .part("store", () -> Alarms.store(alarms.health()))
        .part("board", () -> Alarms.board(alarms.health()))
        .part("centres", () -> Alarms.centres(alarms.health(), on.clock().instant()))
        .part("red-list", () -> RedLists.health(alarms));
    ContactLane contacts =
        ContactLane.open(
            on.contactLoops(),
            live,
            access.roster(),
            on.clock(),
            on.metrics(),
            on.virtualThreads(),
            deployment.configuration().fallbackNumber(),
            SwitchboardSettings.STANDARD);
    closers.add("contacts", contacts);
    health.part("contacts", () -> PartHealth.up(contacts.health()));
    ChatModule chat =
        ChatModule.open(
            on.contactLoops(),
            live,
            contacts,
            alarms.intake(),
            on.clock(),
            on.metrics(),
            on.virtualThreads(),
            ChatSettings.STANDARD);
    closers.add("chat", chat);
    health.part("chat", () -> PartHealth.up(chat.health()));
    AtomicReference<Optional<VoiceModule>> line = new AtomicReference<>(Optional.empty());
    Function<ContactId, Optional<PhoneNumber>> phones =
        contact -> line.get().flatMap(voice -> voice.phone(contact));
    Discretion discretion =
        Discretion.open(
            on,
            RedLists.parts(on.keys(), deployment.configuration()),
            alarms,
            contacts,
            access.roster(),
            phones,
            closers);
    serve(discretion.endpoints(), List.of());
    serve(
        Referring.open(
            on,
            RedLists.parts(on.keys(), deployment.configuration()),
            alarms.redList().audit(),
            directory,
            access.roster(),
            closers),
        List.of());
    if (telephony) {
      var settings =
          SwitchSettings.of(
              deployment, on.keys(), on.ports(), Credentials.read(data.credentials()), sipPort);
      VoiceModule voice =
          Voice.open(
              on,
              settings,
              contacts,
              alarms.intake(),
              live,
              access.roster(),
              deployment.configuration().dutyOfficers(),
              discretion,
              WhatCallersHear.open(
                  on, deployment.configuration().flows(), directory, discretion, closers, health));
      closers.add(
          "voice",
          () -> {
            voice.handOn();
            voice.close();
          });
      alarms.ringThrough(voice.dutyPhone());
      line.set(Optional.of(voice));
      discretion.through(voice);
      voice
          .texts()
          .ifPresent(outbox -> voice.handTextsTo(chat.texts(outbox, discretion.textChats())));
      health.part("switch", () -> Voice.health(voice.health()));
    }
    serve(access.endpoints(), List.of());
    serve(alarms.endpoints(), alarms.sockets());
    Visitors visitors = Visitors.of(deployment.configuration(), on);
    serve(visitors.paced(contacts.endpoints()), contacts.sockets());
    serve(visitors.paced(places.endpoints()), List.of());
    String lostName = deployment.configuration().lostName();
    LostCall lost = new LostCall(new LostServer(directory, on.clock(), lostName));
    serve(visitors.paced(lost.endpoints()), List.of());
    serve(new AssessmentCall(contacts.switchboard(), alarms.assessments()).endpoints(), List.of());
    serve(
        new AlarmCalls(alarms.intake(), alarms.followUp(), phones, on.clock()).endpoints(),
        List.of());
    serve(
        new PolicyCalls(
                directory,
                new PolicyFolder(directory),
                deployment.configuration().fallbackNumber(),
                on.clock())
            .endpoints(),
        List.of());
    serve(List.of(), chat.sockets());
    SoftphoneDoor softphones =
        new SoftphoneDoor(
            on.contactLoops(),
            access.tokens(),
            line.get().map(VoiceModule::softphones).orElse(Softphones.NONE),
            on.clock());
    serve(softphones.endpoints(), softphones.sockets());
    FrontDoor door = new FrontDoor(on, access.tokens(), closers);
    door.open(port, endpoints, sockets, new LocalRoutes(health, on.metrics()));
    if (deployment.configuration().alarmPort().isPresent()) {
      door.openAlarmsOnly(
          deployment.configuration().alarmPort().get(), alarms.endpoints(), alarms.sockets());
    }
    LOG.info("serving on port {} with directory {}", port, directory.current().version());
  }

  private WatchedDirectory watch(Deployment deployment, Foundations on) {
    WatchedDirectory directory =
        WatchedDirectory.start(
            deployment.configuration().directory(),
            new DirectoryLoad.Loaded(deployment.directory()),
            new PolicyExamples(deployment.configuration().fallbackNumber()),
            DIRECTORY_INTERVAL,
            on.clock(),
            new DirectoryLog());
    closers.add("directory", directory);
    health.part(
        "directory",
        () ->
            directory.status().problems().isEmpty()
                ? PartHealth.up("Version " + directory.status().version())
                : PartHealth.degraded(
                    "The files have errors, the last good directory is in force: "
                        + directory.status().problems()));
    return directory;
  }

  private void serve(List<Endpoint> more, List<Socket> moreSockets) {
    endpoints.addAll(more);
    sockets.addAll(moreSockets);
  }

  /// The routes that are served.
  public List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }

  /// The WebSocket routes that are served.
  public List<Socket> sockets() {
    return List.copyOf(sockets);
  }

  @Override
  public void close() {
    health.drain();
    closers.close();
  }
}
