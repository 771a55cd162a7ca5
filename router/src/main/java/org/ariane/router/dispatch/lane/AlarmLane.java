package org.ariane.router.dispatch.lane;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ariane.directory.place.CentreId;
import org.ariane.router.alarm.AlarmFollowUp;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.alarm.KnownAlarms;
import org.ariane.router.danger.http.AssessmentDesk;
import org.ariane.router.dispatch.BoardAlarms;
import org.ariane.router.dispatch.CentreSystems;
import org.ariane.router.dispatch.DispatchDesk;
import org.ariane.router.dispatch.DutyPhone;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Socket;
import org.ariane.router.redlist.lane.RedListLane;

/// The running alarm lane: takes alarms, delivers, escalates, shows. Starts also while Redis is
/// away, and says so in [#health].
public final class AlarmLane implements AutoCloseable {
  private final Foundations foundations;
  private final RedListLane redList;
  private final CaseWork cases;
  private final SendingOut sending;
  private final TakingIn taking;
  private final KeepingWatch watch;
  private final DispatchRoom room;
  private final List<Endpoint> endpoints = new ArrayList<>();

  private AlarmLane(AlarmLaneParts parts) {
    foundations = new Foundations(parts);
    redList =
        new RedListLane(
            parts.redList(),
            foundations.redis,
            foundations.names,
            foundations.audit,
            parts.directory(),
            parts.roster(),
            foundations.ulids,
            parts.clock(),
            parts.meters());
    cases = new CaseWork(foundations);
    sending = new SendingOut(foundations);
    taking = new TakingIn(foundations, redList.redList(), cases, sending);
    watch = new KeepingWatch(foundations, cases);
    room = new DispatchRoom(foundations, this::health);
    List.of(taking, room, sending, foundations, cases, watch)
        .forEach(part -> endpoints.addAll(part.endpoints()));
    endpoints.addAll(redList.endpoints());
    foundations.meters.watchStore(() -> health().ready());
  }

  public static AlarmLane start(AlarmLaneParts parts) {
    AlarmLane lane = new AlarmLane(parts);
    List.of(lane.foundations, lane.sending, lane.watch, lane.room, lane.taking, lane.cases)
        .forEach(part -> part.start(parts.virtualThreads()));
    lane.redList.start(parts.virtualThreads());
    return lane;
  }

  /// The one door for alarms of every source.
  public AlarmIntake intake() {
    return taking.gate;
  }

  /// What whoever raised an alarm may still do with it.
  public AlarmFollowUp followUp() {
    return taking.followUp;
  }

  /// Duty officers are rung through this telephone from now on.
  public void ringThrough(DutyPhone phone) {
    watch.dutyCaller.through(phone);
  }

  /// What operators may know of alarms that go on.
  public KnownAlarms knownAlarms() {
    return new BoardAlarms(foundations.board, foundations.given.directory());
  }

  public RedListLane redList() {
    return redList;
  }

  /// Whether the audit log still reached its anchor when that was last looked at.
  public boolean auditWhole() {
    return foundations.auditLines.whole();
  }

  /// Where operators' desks leave what they assessed.
  public AssessmentDesk assessments() {
    return cases.assessing;
  }

  public DispatchDesk desk() {
    return room.desk;
  }

  public List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }

  public List<Socket> sockets() {
    return room.sockets();
  }

  public LaneHealth health() {
    List<LaneHealth.Centre> centres =
        foundations.links.posted().stream()
            .sorted(Comparator.comparing(CentreId::value))
            .map(this::health)
            .toList();
    return new LaneHealth(foundations.store(), foundations.follower.following(), centres);
  }

  private LaneHealth.Centre health(CentreId id) {
    return new LaneHealth.Centre(
        id,
        foundations.links.link(id),
        foundations.links.screens(id),
        sending.post.about(id).map(CentreSystems.About::certificates).orElse(List.of()));
  }

  /// Takes no more alarms, finishes what is under way, disconnects. What is not delivered yet waits
  /// in the store.
  @Override
  public void close() {
    List.of(taking, watch, room, sending, cases).forEach(LanePart::close);
    redList.close();
    foundations.close();
  }
}
