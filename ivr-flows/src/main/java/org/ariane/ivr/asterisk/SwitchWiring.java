package org.ariane.ivr.asterisk;

import java.util.List;
import org.ariane.router.assignment.Turn;

/// Connects the switches: each gets a manager connection, a supervision and an ear of its own.
final class SwitchWiring {
  private final VoiceParts parts;
  private final Calls calls;
  private final Phones phones;
  private final DutyRings dutyRings;
  private final PoliceUnanswered note;
  private final Asides asides;
  private final SwitchLinks links = new SwitchLinks();
  private final LostNeighbours lost = new LostNeighbours(links::connected, this::hangUp);

  SwitchWiring(VoiceParts parts, Calls calls, Phones phones, DutyRings dutyRings, Asides asides) {
    this.asides = asides;
    this.parts = parts;
    this.calls = calls;
    this.phones = phones;
    this.dutyRings = dutyRings;
    this.note = new PoliceNote(parts.alarms(), parts.clock(), parts.virtualThreads());
  }

  /// Nothing is connected before [SwitchLinks#start].
  SwitchLinks links(List<AsteriskSettings> switches) {
    switches.forEach(settings -> links.add(link(settings)));
    return links;
  }

  private SwitchLink link(AsteriskSettings settings) {
    SwitchId id = settings.id();
    VoiceMetrics metrics = new VoiceMetrics(parts.meters(), id);
    SwitchNews news =
        new SwitchNews(
            id,
            parts.switchboard(),
            calls,
            phones,
            metrics,
            dutyRings,
            note,
            asides,
            lost,
            () -> away(id));
    Supervision supervision = new Supervision(id, news);
    Ami ami = new Ami(settings.amiPort(), settings.amiSecret(), supervision::hand);
    metrics.watch(ami::connected, () -> calls.known(id).size());
    TalkWatch talks = new TalkWatch(ami, metrics, parts.operators());
    ami.listen(talks::on);
    return new SwitchLink(id, ami, supervision, metrics, talks);
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
    phones.away(gone);
    calls.known(gone).stream()
        .filter(contact -> parts.switchboard().turn(contact) instanceof Turn.Wait)
        .forEach(parts.switchboard()::leave);
  }
}
