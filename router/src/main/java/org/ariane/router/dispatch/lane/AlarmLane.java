package org.ariane.router.dispatch.lane;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ariane.directory.place.CentreId;
import org.ariane.router.alarm.AlarmFollowUp;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.alarm.checkin.CheckInWatch;
import org.ariane.router.alarm.checkin.http.CheckInEndpoints;
import org.ariane.router.alarm.checkin.redis.RedisCheckIns;
import org.ariane.router.alarm.http.AlarmEndpoints;
import org.ariane.router.alarm.micrometer.MeteredApps;
import org.ariane.router.audit.AuditChain;
import org.ariane.router.audit.http.AuditEndpoints;
import org.ariane.router.audit.redis.PendingLines;
import org.ariane.router.audit.redis.RedisAuditLog;
import org.ariane.router.danger.DangerPolicy;
import org.ariane.router.danger.http.AssessmentDesk;
import org.ariane.router.danger.http.DangerEndpoints;
import org.ariane.router.danger.redis.RedisAssessments;
import org.ariane.router.danger.yaml.YamlDangerPolicy;
import org.ariane.router.dispatch.Background;
import org.ariane.router.dispatch.CaseFile;
import org.ariane.router.dispatch.CentreLinks;
import org.ariane.router.dispatch.CentreSystems;
import org.ariane.router.dispatch.Delivery;
import org.ariane.router.dispatch.DispatchDesk;
import org.ariane.router.dispatch.DutyCaller;
import org.ariane.router.dispatch.DutyPhone;
import org.ariane.router.dispatch.Escalation;
import org.ariane.router.dispatch.IncidentBoard;
import org.ariane.router.dispatch.IncidentChanges;
import org.ariane.router.dispatch.IncidentIntake;
import org.ariane.router.dispatch.IncidentLife;
import org.ariane.router.dispatch.IntakeParts;
import org.ariane.router.dispatch.LinkTests;
import org.ariane.router.dispatch.NumberDesk;
import org.ariane.router.dispatch.OutcomeTeller;
import org.ariane.router.dispatch.PlaceFinder;
import org.ariane.router.dispatch.SenderDesk;
import org.ariane.router.dispatch.Shortage;
import org.ariane.router.dispatch.http.CentreEndpoints;
import org.ariane.router.dispatch.http.DecisionEndpoints;
import org.ariane.router.dispatch.http.ExerciseEndpoints;
import org.ariane.router.dispatch.http.IncidentEndpoints;
import org.ariane.router.dispatch.http.IncidentStream;
import org.ariane.router.dispatch.http.NumberEndpoints;
import org.ariane.router.dispatch.http.OutcomeEndpoints;
import org.ariane.router.dispatch.http.OutlineEndpoints;
import org.ariane.router.dispatch.http.StandingEndpoints;
import org.ariane.router.dispatch.micrometer.MeteredDispatch;
import org.ariane.router.dispatch.micrometer.StoreMeters;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.BoardFollower;
import org.ariane.router.dispatch.redis.RedisDecisions;
import org.ariane.router.dispatch.redis.RedisIncidentLog;
import org.ariane.router.dispatch.redis.RedisOutbox;
import org.ariane.router.dispatch.redis.RedisOutcomes;
import org.ariane.router.dispatch.webhook.MemoryPost;
import org.ariane.router.dispatch.webhook.WebhookPost;
import org.ariane.router.exclusion.ConflictWatch;
import org.ariane.router.exclusion.Exclusions;
import org.ariane.router.exclusion.http.ExclusionEndpoints;
import org.ariane.router.exclusion.redis.RedisExclusions;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Socket;
import org.ariane.router.identity.Ulid;
import org.ariane.router.order.OrderRegister;
import org.ariane.router.order.http.IncidentOrderEndpoints;
import org.ariane.router.order.http.OrderEndpoints;
import org.ariane.router.order.redis.RedisOrders;
import org.ariane.router.priority.Replay;
import org.ariane.router.priority.yaml.ShippedPolicies;
import org.ariane.router.redlist.lane.RedListLane;
import org.ariane.router.redlist.tink.TinkIndexKeys;

/// The running alarm lane: takes alarms, delivers, escalates, shows. Starts also while Redis is
/// away, and says so in [#health].
public final class AlarmLane implements AutoCloseable {
  private final AlarmRedis redis;
  private final BoardFollower follower;
  private final CentreLinks links;
  private final Gate intake;
  private final AlarmFollowUp followUp;
  private final CheckInWatch watch;
  private final DispatchDesk desk;
  private final IncidentStream stream;
  private final Delivery delivery;
  private final LinkTests linkTests;
  private final Escalation escalation;
  private final DutyCaller dutyCaller;
  private final ConflictWatch conflicts;
  private final PendingLines auditLines;
  private final RedListLane redListLane;
  private final OutcomeTeller teller;
  private final WebhookPost post;
  private final AssessmentDesk assessing;
  private final List<Endpoint> endpoints;
  private final Supplier<Optional<Shortage>> shortage;

  private AlarmLane(AlarmLaneParts parts) {
    Ulid ulids = new Ulid(parts.clock(), new SecureRandom());
    String server = ulids.next();
    MeteredDispatch meters = new MeteredDispatch(parts.meters());
    TinkIndexKeys names = new TinkIndexKeys(parts.indexKeys());
    redis = new AlarmRedis(parts.redis());
    RedisIncidentLog log = new RedisIncidentLog(redis, names, server);
    RedisAuditLog audit =
        new RedisAuditLog(redis, new AuditChain(parts.auditKey()), parts.auditAnchor());
    auditLines = new PendingLines(audit);
    redListLane =
        new RedListLane(
            parts.redList(),
            redis,
            names,
            audit,
            parts.directory(),
            parts.roster(),
            ulids,
            parts.clock(),
            parts.meters());
    RedisExclusions exclusionStore = new RedisExclusions(redis, names, audit);
    RedisOrders orders = new RedisOrders(redis, names);
    RedisAssessments assessments = new RedisAssessments(redis, names, ulids);
    IncidentBoard board = new IncidentBoard(parts.policy(), parts.clock());
    IncidentLife life = new IncidentLife(parts.policy(), parts.answerTimes());
    links = new CentreLinks(parts.centres().keySet());
    IncidentChanges changes =
        new IncidentChanges(log, life, board, links, ulids, parts.clock(), meters);
    post = new WebhookPost(parts.centres(), parts.clock());
    IntakeParts intakeParts =
        new IntakeParts(
            parts.directory(),
            new PlaceFinder(parts.defaultCentre(), parts.dutyOfficers()),
            Background.together(
                parts.virtualThreads(),
                Background.of(redListLane.redList()),
                List.of(
                    new BarredBeforehand(exclusionStore),
                    new Beforehand(redis, orders, assessments, parts.clock()))),
            log,
            life,
            changes,
            board,
            links,
            new MemoryPost(post, links, ulids, parts.clock(), parts.virtualThreads()),
            ulids,
            parts.clock(),
            meters);
    IncidentIntake incidents = new IncidentIntake(intakeParts);
    intake = new Gate(incidents, intakeParts::emergencyNumber, meters, Gate.MOST_INSIDE);
    followUp = new SenderDesk(intakeParts, incidents);
    desk = new DispatchDesk(board, log, changes, parts.directory(), parts.roster(), parts.clock());
    stream = new IncidentStream(parts.vertx(), board, links, desk, parts.virtualThreads());
    delivery =
        new Delivery(
            new RedisOutbox(redis),
            post,
            changes,
            links,
            parts.clock(),
            meters,
            parts.virtualThreads());
    linkTests = new LinkTests(post, links, parts.linkPace(), ulids, parts.clock(), meters);
    board.listen((before, now) -> {
      delivery.ring(now.centre());
      before.ifPresent(old -> delivery.ring(old.centre()));
    });
    dutyCaller = new DutyCaller(changes, board, parts.clock(), meters, parts.virtualThreads());
    escalation = new Escalation(log, changes, board, links, dutyCaller, parts.clock(), meters);
    Exclusions exclusions = new Exclusions(exclusionStore, log, board, changes, parts.clock());
    conflicts = new ConflictWatch(exclusions, board, changes, parts.roster(), parts.clock());
    follower = new BoardFollower(redis, log, board, server);
    endpoints = new ArrayList<>();
    endpoints.addAll(
        new AlarmEndpoints(
                intake,
                followUp,
                parts.clock(),
                parts.roster()::terms,
                new MeteredApps(parts.meters()))
            .all());
    RedisCheckIns checkIns = new RedisCheckIns(redis);
    watch =
        new CheckInWatch(
            checkIns,
            intake,
            missed -> CheckInEndpoints.alarm(missed, parts.clock().instant()),
            parts.clock());
    endpoints.addAll(new CheckInEndpoints(checkIns, parts.roster()::terms, parts.clock()).all());
    endpoints.addAll(new IncidentEndpoints(desk).all());
    endpoints.addAll(new NumberEndpoints(new NumberDesk(desk, audit, parts.clock())).all());
    endpoints.addAll(new ExerciseEndpoints(intake, parts.directory(), ulids, parts.clock()).all());
    endpoints.addAll(new CentreEndpoints(parts.directory(), links, post, parts.clock()).all());
    endpoints.addAll(
        new StandingEndpoints(
                parts.directory(),
                links,
                parts.roster(),
                parts.policy(),
                () -> new StandingEndpoints.Store(health().store(), health().boardCurrent()))
            .all());
    endpoints.addAll(new OutlineEndpoints(parts.directory()).all());
    RedisOutcomes outcomes = new RedisOutcomes(redis, parts.clock());
    teller = new OutcomeTeller(board, outcomes, parts.roster(), parts.clock());
    endpoints.addAll(new OutcomeEndpoints(outcomes, desk, parts.clock()).all());
    endpoints.addAll(redListLane.endpoints());
    endpoints.addAll(
        new ExclusionEndpoints(exclusions, parts.directory(), ulids, parts.clock()).all());
    endpoints.addAll(new AuditEndpoints(audit, parts.clock()).all());
    CaseFile cases = new CaseFile(changes, parts.clock());
    DangerPolicy danger = YamlDangerPolicy.shipped();
    assessing = new AssessmentDesk(danger, cases, assessments, parts.clock());
    endpoints.addAll(new DangerEndpoints(danger, assessing).all());
    endpoints.addAll(
        new OrderEndpoints(
                new OrderRegister(orders, parts.clock()), parts.directory(), ulids, parts.clock())
            .all());
    endpoints.addAll(new IncidentOrderEndpoints(cases, ulids, parts.clock()).all());
    endpoints.addAll(
        new DecisionEndpoints(desk, new RedisDecisions(redis), new Replay(new ShippedPolicies()))
            .all());
    meters.watch(board, links);
    StoreMeters.watch(parts.meters(), log::figures);
    shortage = log::shortage;
    meters.watchStore(() -> health().ready());
    meters.watch(post, links, parts.clock());
  }

  public static AlarmLane start(AlarmLaneParts parts) {
    AlarmLane lane = new AlarmLane(parts);
    lane.redis.start(parts.virtualThreads());
    lane.follower.start(parts.virtualThreads());
    lane.delivery.start();
    lane.linkTests.start(parts.virtualThreads());
    lane.escalation.start(parts.virtualThreads());
    lane.conflicts.start(parts.virtualThreads());
    lane.auditLines.start(parts.virtualThreads());
    lane.redListLane.start(parts.virtualThreads());
    lane.teller.start(parts.virtualThreads());
    lane.watch.start(parts.virtualThreads());
    return lane;
  }

  /// The one door for alarms of every source.
  public AlarmIntake intake() {
    return intake;
  }

  /// Duty officers are rung through this telephone from now on.
  public void ringThrough(DutyPhone phone) {
    dutyCaller.through(phone);
  }

  public RedListLane redList() {
    return redListLane;
  }

  /// Whether the audit log still reached its anchor when that was last looked at.
  public boolean auditWhole() {
    return auditLines.whole();
  }

  /// Where operators' desks leave what they assessed.
  public AssessmentDesk assessments() {
    return assessing;
  }

  /// What whoever raised an alarm may still do with it.
  public AlarmFollowUp followUp() {
    return followUp;
  }

  public DispatchDesk desk() {
    return desk;
  }

  public List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }

  public List<Socket> sockets() {
    return stream.all();
  }

  public LaneHealth health() {
    String store =
        switch (redis.durability().state()) {
          case PROMISED -> shortage.get().isPresent() ? "full" : "durable";
          case REFUSED -> "not-durable";
          case UNKNOWN -> "away";
        };
    List<LaneHealth.Centre> centres =
        links.posted().stream()
            .sorted(Comparator.comparing(CentreId::value))
            .map(id ->
                new LaneHealth.Centre(
                    id,
                    links.link(id),
                    links.screens(id),
                    post.about(id).map(CentreSystems.About::certificates).orElse(List.of())))
            .toList();
    return new LaneHealth(store, follower.following(), centres);
  }

  /// Takes no more alarms, finishes what is under way, disconnects. What is not delivered yet waits
  /// in the store.
  @Override
  public void close() {
    watch.close();
    intake.close();
    stream.close();
    escalation.close();
    conflicts.close();
    linkTests.close();
    delivery.close();
    teller.close();
    follower.close();
    redListLane.close();
    auditLines.close();
    redis.close();
    post.close();
  }
}
