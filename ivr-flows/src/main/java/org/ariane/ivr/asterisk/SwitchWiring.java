package org.ariane.ivr.asterisk;

import java.util.List;
import org.ariane.router.assignment.Turn;

/// Connects the switches: each gets a manager connection, a supervision and an ear of its own.
final class SwitchWiring {
  private final VoiceParts parts;
  private final Known known;
  private final OperatorDevices devices;
  private final DutyRings dutyRings;
  private final CallSteps steps;
  private final SwitchLinks links;
  private final PoliceUnanswered note;
  private final Asides asides;
  private final TalkReports reports;
  private final Talks talks;
  private final LostNeighbours lost;

  /// @param links where the switches are added
  SwitchWiring(
      VoiceParts parts,
      Known known,
      OperatorDevices devices,
      DutyRings dutyRings,
      Asides asides,
      TalkReports reports,
      Talks talks,
      CallSteps steps,
      SwitchLinks links) {
    this.devices = devices;
    this.asides = asides;
    this.reports = reports;
    this.talks = talks;
    this.parts = parts;
    this.known = known;
    this.dutyRings = dutyRings;
    this.steps = steps;
    this.links = links;
    this.note = new PoliceNote(parts.alarms(), parts.clock(), parts.virtualThreads());
    this.lost = new LostNeighbours(links::connected, this::hangUp);
  }

  /// Nothing is connected before [SwitchLinks#start].
  void add(List<AsteriskSettings> switches) {
    switches.forEach(settings -> links.add(link(settings)));
  }

  private SwitchLink link(AsteriskSettings settings) {
    SwitchId id = settings.id();
    VoiceMetrics metrics = new VoiceMetrics(parts.meters(), id);
    Supervision supervision = new Supervision(id);
    Ami ami =
        new Ami(
            settings.amiPort(),
            settings.amiSecret(),
            supervision::hand,
            device -> devices.rings(id, device));
    ChannelReader reader = new ChannelReader(ami, known.calls(), steps);
    Adoption adoption =
        new Adoption(id, known, parts.switchboard(), reader, parts.virtualThreads());
    supervision.listen(
        new SwitchNews(
            id,
            parts.switchboard(),
            known,
            devices,
            metrics,
            dutyRings,
            note,
            asides,
            reports,
            lost,
            adoption,
            () -> away(id)));
    metrics.watch(ami::connected, () -> known.calls().known(id).size());
    TalkWatch watch = new TalkWatch(ami, metrics, parts.telephones());
    ami.listen(watch::on);
    ami.listen(new FoundTalks(id, known, talks, parts, reader)::on);
    return new SwitchLink(id, ami, supervision, metrics, watch);
  }

  private void hangUp(SwitchId at, SwitchId neighbour) {
    parts.virtualThreads().execute(() -> links.link(at).ami().hangUpWith(neighbour));
  }

  /// Where others go on, telephones of a lost switch are nobody's, and its callers do not stand
  /// before the others; who of them is still there comes back with her next step. The only switch
  /// is waited for.
  private void away(SwitchId gone) {
    if (links.connected().stream().allMatch(link -> link.id().equals(gone))) {
      return;
    }
    lost.away(gone);
    devices.away(gone);
    known.phones().away(gone);
    known.calls().known(gone).stream()
        .filter(contact -> parts.switchboard().turn(contact) instanceof Turn.Wait)
        .forEach(parts.switchboard()::leave);
  }
}
